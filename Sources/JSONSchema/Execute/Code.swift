import Documents

/// A program laid out for execution.
final class Code: Sendable {
    /// What is read seldom: numbers, patterns, and whence everything came.
    let program: Program
    let blocks: FlatStorage<Block>
    let instructions: FlatStorage<Instruction>
    let blockLists: FlatStorage<BlockID>
    let bytes: FlatStorage<UInt8>
    let slots: FlatStorage<NameSlot>
    let objects: FlatStorage<ObjectPlan>
    let properties: FlatStorage<PropertyEntry>
    let patternEntries: FlatStorage<PatternEntry>
    let items: FlatStorage<ItemsPlan>
    let contains: FlatStorage<ContainsPlan>
    let conditionals: FlatStorage<ConditionalPlan>

    init(_ program: Program) {
        self.program = program
        blocks = FlatStorage(program.blocks)
        instructions = FlatStorage(program.instructions)
        blockLists = FlatStorage(program.blockLists)
        bytes = FlatStorage(program.bytes)
        slots = FlatStorage(program.slots)
        objects = FlatStorage(program.objects)
        properties = FlatStorage(program.properties)
        patternEntries = FlatStorage(program.patternEntries)
        items = FlatStorage(program.items)
        contains = FlatStorage(program.contains)
        conditionals = FlatStorage(program.conditionals)
    }
}

/// The hot arrays of a program, without the reference counting of their owner; valid only while
/// that is alive.
struct CodeView {
    let blocks: UnsafeBufferPointer<Block>
    let instructions: UnsafeBufferPointer<Instruction>
    let blockLists: UnsafeBufferPointer<BlockID>
    let bytes: UnsafeRawBufferPointer
    let slots: UnsafeBufferPointer<NameSlot>
    let objects: UnsafeBufferPointer<ObjectPlan>
    let properties: UnsafeBufferPointer<PropertyEntry>
    let patternEntries: UnsafeBufferPointer<PatternEntry>
    let items: UnsafeBufferPointer<ItemsPlan>
    let contains: UnsafeBufferPointer<ContainsPlan>
    let conditionals: UnsafeBufferPointer<ConditionalPlan>
    let seed: UInt64

    init(_ code: Code) {
        blocks = code.blocks.elements
        instructions = code.instructions.elements
        blockLists = code.blockLists.elements
        bytes = UnsafeRawBufferPointer(code.bytes.elements)
        slots = code.slots.elements
        objects = code.objects.elements
        properties = code.properties.elements
        patternEntries = code.patternEntries.elements
        items = code.items.elements
        contains = code.contains.elements
        conditionals = code.conditionals.elements
        seed = code.program.seed
    }
}
