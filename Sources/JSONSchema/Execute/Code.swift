import Documents
import Synchronization

/// A program laid out for execution.
final class Code: Sendable {
    /// What is read rarely: numbers, patterns, and the origin of everything.
    let program: SchemaProgram
    let usesDynamicScope: Bool
    let limits: SchemaLimits
    /// The arrays that are read often, as pointers.
    let view: CodeView
    private let storage = FlatStorage()
    private let secrecyMap = Mutex<SecrecyMap?>(nil)

    init(_ program: SchemaProgram) {
        self.program = program
        usesDynamicScope = program.usesDynamicScope
        limits = program.limits
        view = CodeView(program, Fusion.fuse(program), in: storage)
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

/// The arrays of a program and of what it was fused into, without the reference counting of their owner.
/// They are only read: safe to share between threads.
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

    /// - Parameter storage: keeps the arrays; the view is valid as long as it lives.
    init(_ program: SchemaProgram, _ fused: FusedProgram, in storage: FlatStorage) {
        heads = storage.copy(fused.heads)
        lists = storage.copy(fused.lists)
        steps = storage.copy(fused.steps)
        slots = storage.copy(program.slots)
        objects = storage.copy(program.objects)
        properties = storage.copy(fused.properties)
        propertyNames = storage.copy(fused.propertyNames)
        blockLists = storage.copy(fused.blockLists)
        numbers = storage.copy(fused.numbers)
        integers = storage.copy(fused.integers)
        patterns = storage.copy(fused.patterns)
        tables = storage.copy(fused.tables)
        texts = UnsafeRawPointer(storage.copy(fused.bytes))
        seed = program.seed
        blocks = storage.copy(program.blocks)
        instructions = storage.copy(program.instructions)
        patternEntries = storage.copy(fused.patternEntries)
        items = storage.copy(program.items)
        contains = storage.copy(program.contains)
        conditionals = storage.copy(program.conditionals)
    }
}
