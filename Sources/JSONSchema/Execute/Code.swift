import Documents

/// A program laid out for execution.
final class Code: Sendable {
    /// What is read seldom: numbers, patterns, and whence everything came.
    let program: Program
    let blocks: FlatStorage<Block>
    let instructions: FlatStorage<Instruction>
    let slots: FlatStorage<NameSlot>
    let objects: FlatStorage<ObjectPlan>
    let properties: FlatStorage<PropertyEntry>
    let patternEntries: FlatStorage<PatternEntry>
    let items: FlatStorage<ItemsPlan>
    let contains: FlatStorage<ContainsPlan>
    let conditionals: FlatStorage<ConditionalPlan>

    let heads: FlatStorage<BlockHead>
    let lists: FlatStorage<FlatRange>
    let steps: FlatStorage<Step>
    let blockLists: FlatStorage<BlockID>
    let numbers: FlatStorage<NumberStep>
    let integers: FlatStorage<Int64>
    let patterns: FlatStorage<FlatPattern>
    let tables: FlatStorage<UInt32>
    let bytes: FlatStorage<UInt8>

    init(_ program: Program) {
        self.program = program
        blocks = FlatStorage(program.blocks)
        instructions = FlatStorage(program.instructions)
        slots = FlatStorage(program.slots)
        objects = FlatStorage(program.objects)
        patternEntries = FlatStorage(program.patternEntries)
        items = FlatStorage(program.items)
        contains = FlatStorage(program.contains)
        conditionals = FlatStorage(program.conditionals)
        let fused = Fusion.fuse(program)
        properties = FlatStorage(fused.properties)
        heads = FlatStorage(fused.heads)
        lists = FlatStorage(fused.lists)
        steps = FlatStorage(fused.steps)
        blockLists = FlatStorage(fused.blockLists)
        numbers = FlatStorage(fused.numbers)
        integers = FlatStorage(fused.integers)
        patterns = FlatStorage(fused.patterns)
        tables = FlatStorage(fused.tables)
        bytes = FlatStorage(fused.bytes)
    }
}

/// The hot arrays of a program, without the reference counting of their owner; valid only while
/// that is alive.
struct CodeView {
    let heads: UnsafePointer<BlockHead>
    let lists: UnsafePointer<FlatRange>
    let steps: UnsafePointer<Step>
    let slots: UnsafePointer<NameSlot>
    let objects: UnsafePointer<ObjectPlan>
    let properties: UnsafePointer<PropertyEntry>
    let blockLists: UnsafePointer<BlockID>
    let numbers: UnsafePointer<NumberStep>
    let integers: UnsafePointer<Int64>
    let patterns: UnsafePointer<FlatPattern>
    let tables: UnsafePointer<UInt32>
    let texts: UnsafeRawPointer
    let seed: UInt64

    let blocks: UnsafePointer<Block>
    let instructions: UnsafePointer<Instruction>
    let patternEntries: UnsafePointer<PatternEntry>
    let items: UnsafePointer<ItemsPlan>
    let contains: UnsafePointer<ContainsPlan>
    let conditionals: UnsafePointer<ConditionalPlan>

    init(_ code: Code) {
        heads = code.heads.start
        lists = code.lists.start
        steps = code.steps.start
        slots = code.slots.start
        objects = code.objects.start
        properties = code.properties.start
        blockLists = code.blockLists.start
        numbers = code.numbers.start
        integers = code.integers.start
        patterns = code.patterns.start
        tables = code.tables.start
        texts = UnsafeRawPointer(code.bytes.start)
        seed = code.program.seed
        blocks = code.blocks.start
        instructions = code.instructions.start
        patternEntries = code.patternEntries.start
        items = code.items.start
        contains = code.contains.start
        conditionals = code.conditionals.start
    }
}
