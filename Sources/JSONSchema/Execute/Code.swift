import Documents
import Synchronization

/// A program laid out for execution.
final class Code: Sendable {
    /// What is read seldom: numbers, patterns, and whence everything came.
    let program: SchemaProgram
    let usesDynamicScope: Bool
    let limits: SchemaLimits
    /// The arrays that are read often.
    let view: CodeView
    private let storage: CodeStorage
    private let secrecyMap = Mutex<SecrecyMap?>(nil)

    init(_ program: SchemaProgram) {
        self.program = program
        usesDynamicScope = program.usesDynamicScope
        limits = program.limits
        storage = CodeStorage(program, Fusion.fuse(program))
        view = CodeView(storage, seed: program.seed)
    }

    /// What the program says of secrets; worked out when it is first asked for.
    var secrecy: SecrecyMap {
        secrecyMap.withLock { known in
            if let known { return known }
            let made = SecrecyMap(program)
            known = made
            return made
        }
    }
}

/// The arrays of a program and of what it was fused into, at fixed addresses.
struct CodeStorage: Sendable {
    let blocks: FlatStorage<Block>
    let instructions: FlatStorage<Instruction>
    let slots: FlatStorage<NameSlot>
    let objects: FlatStorage<ObjectPlan>
    let patternEntries: FlatStorage<PatternEntry>
    let items: FlatStorage<ItemsPlan>
    let contains: FlatStorage<ContainsPlan>
    let conditionals: FlatStorage<ConditionalPlan>

    let heads: FlatStorage<BlockHead>
    let lists: FlatStorage<FlatRange>
    let steps: FlatStorage<Step>
    let blockLists: FlatStorage<BlockID>
    let properties: FlatStorage<PropertyEntry>
    let propertyNames: FlatStorage<NameSlot>
    let numbers: FlatStorage<NumberStep>
    let integers: FlatStorage<Int64>
    let patterns: FlatStorage<FlatPattern>
    let tables: FlatStorage<UInt32>
    let bytes: FlatStorage<UInt8>

    init(_ program: SchemaProgram, _ fused: FusedProgram) {
        blocks = FlatStorage(program.blocks)
        instructions = FlatStorage(program.instructions)
        slots = FlatStorage(program.slots)
        objects = FlatStorage(program.objects)
        patternEntries = FlatStorage(fused.patternEntries)
        items = FlatStorage(program.items)
        contains = FlatStorage(program.contains)
        conditionals = FlatStorage(program.conditionals)
        heads = FlatStorage(fused.heads)
        lists = FlatStorage(fused.lists)
        steps = FlatStorage(fused.steps)
        blockLists = FlatStorage(fused.blockLists)
        properties = FlatStorage(fused.properties)
        propertyNames = FlatStorage(fused.propertyNames)
        numbers = FlatStorage(fused.numbers)
        integers = FlatStorage(fused.integers)
        patterns = FlatStorage(fused.patterns)
        tables = FlatStorage(fused.tables)
        bytes = FlatStorage(fused.bytes)
    }
}

/// The arrays of a program without the reference counting of their owner; valid only while that is
/// alive. They are only read: safe to share between threads.
struct CodeView: @unchecked Sendable {
    let heads: UnsafePointer<BlockHead>
    let lists: UnsafePointer<FlatRange>
    let steps: UnsafePointer<Step>
    let slots: UnsafePointer<NameSlot>
    let objects: UnsafePointer<ObjectPlan>
    let properties: UnsafePointer<PropertyEntry>
    let propertyNames: UnsafePointer<NameSlot>
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

    init(_ storage: CodeStorage, seed: UInt64) {
        heads = storage.heads.start
        lists = storage.lists.start
        steps = storage.steps.start
        slots = storage.slots.start
        objects = storage.objects.start
        properties = storage.properties.start
        propertyNames = storage.propertyNames.start
        blockLists = storage.blockLists.start
        numbers = storage.numbers.start
        integers = storage.integers.start
        patterns = storage.patterns.start
        tables = storage.tables.start
        texts = UnsafeRawPointer(storage.bytes.start)
        self.seed = seed
        blocks = storage.blocks.start
        instructions = storage.instructions.start
        patternEntries = storage.patternEntries.start
        items = storage.items.start
        contains = storage.contains.start
        conditionals = storage.conditionals.start
    }
}
