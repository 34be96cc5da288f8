import Documents

/// A compiled schema: flat arrays of plain values, which execution only reads.
struct SchemaProgram: Sendable {
    var blocks: [Block] = []
    var instructions: [Instruction] = []
    var blockLists: [BlockID] = []

    var numbers: [Number] = []
    var patterns: [SchemaPattern] = []
    var valueSets: [ValueSet] = []
    var bytes: [UInt8] = []
    var slots: [NameSlot] = []

    var objects: [ObjectPlan] = []
    var properties: [PropertyEntry] = []
    var patternEntries: [PatternEntry] = []
    var items: [ItemsPlan] = []
    var contains: [ContainsPlan] = []
    var conditionals: [ConditionalPlan] = []
    var dependentNames: [DependentNamesPlan] = []
    /// For each name of a plan, the range of `nameIDs` that it asks for.
    var nameLists: [FlatRange] = []
    var nameIDs: [Int32] = []
    var dependentSchemas: [DependentSchemasPlan] = []
    var dynamics: [DynamicPlan] = []
    var dynamicTargets: [DynamicTarget] = []

    /// Whether a dynamic reference needs to know which resources led to it.
    var usesDynamicScope = false
    /// Whether some schema, which not every value leads to, applies itself to the same value.
    var hasCycles = false
    /// Whether any schema says that its values are secret.
    var hasSecrets = false
    /// Whether the program was made from a settings form.
    var isForm = false
    let seed = NameHash.seed
    var limits = SchemaLimits.standard

    /// Checks of blocks that no value can reach; read only to find secrets.
    var idle: [BlockID: [Instruction]] = [:]

    /// What each instruction, block and object plan came from; read only to explain.
    var origins: [Origin] = []
    var blockOrigins: [BlockOrigin] = []
    var objectOrigins: [ObjectOrigin] = []
    var itemsOrigins: [ItemsOrigin] = []
    var resourceOrigins: [ResourceOrigin] = []
    /// Where references lead to, by the nodes of their keywords.
    var references: [NodeID: Node] = [:]
    /// The names of each plan of `dependentNames`.
    var dependentOrigins: [[String]] = []
}

/// The keyword that an instruction came from, and the keyword's value.
struct Origin: Sendable {
    var keyword: String
    var schema: Node
}

/// The schema that a block came from.
struct BlockOrigin: Sendable {
    var schema: Node
    /// What restricts the type.
    var type: Node?
}

/// A schema resource and its URI.
struct ResourceOrigin: Sendable {
    var root: Node
    /// Without a fragment.
    var uri: String
}

/// Where the parts of an object plan came from.
struct ObjectOrigin: Sendable {
    var required: Node?
    var additional: Node?
    /// The declared and required names in order, for messages; as many as `properties` has.
    var names: [String] = []
}

/// Where the parts of an items plan came from.
struct ItemsOrigin: Sendable {
    var prefix: Origin?
    var rest: Origin?
}

extension SchemaProgram {
    /// Adds a text and returns its range.
    mutating func add(text: some Collection<UInt8>) -> TextRange {
        let start = Int32(truncatingIfNeeded: bytes.count)
        bytes.append(contentsOf: text)
        return TextRange(start: start, count: Int32(truncatingIfNeeded: text.count))
    }

    /// Adds a list of schemas.
    mutating func add(blocks list: [BlockID]) -> FlatRange {
        defer { blockLists += list }
        return FlatRange(start: Int32(blockLists.count), count: Int32(list.count))
    }

    /// Adds a table that leads from each name to its value; the first of equal names counts.
    mutating func add(names: [(name: String, value: Int32)]) -> NameTable {
        guard !names.isEmpty else { return .empty }
        var size = 4
        while size < names.count * 2 { size *= 2 }
        let start = slots.count
        slots += [NameSlot](repeating: .free, count: size)
        for (name, value) in names {
            insert(name, value, into: start..<start + size)
        }
        return NameTable(slots: Int32(start), mask: Int32(size - 1))
    }

    private mutating func insert(_ name: String, _ value: Int32, into range: Range<Int>) {
        var name = name
        name.withUTF8 { text in
            withUnsafeBytes(of: 0) { nothing in
                guard let bytes = UnsafeRawPointer(text.baseAddress) ?? nothing.baseAddress else {
                    return
                }
                let sought = SoughtName(bytes, text.count, end: bytes + text.count, seed: seed)
                insert(sought, text, value, into: range)
            }
        }
    }

    private mutating func insert(
        _ name: SoughtName, _ text: UnsafeBufferPointer<UInt8>, _ value: Int32,
        into range: Range<Int>
    ) {
        var position = Int(name.hash) & (range.count - 1)
        while slots[range.lowerBound + position].value >= 0 {
            let slot = slots[range.lowerBound + position]
            let isHeld = bytes.withUnsafeBytes { bytes in
                bytes.baseAddress.map { name.isHeld(by: slot, $0) } ?? (name.count == 0)
            }
            if isHeld { return }
            position = (position + 1) & (range.count - 1)
        }
        slots[range.lowerBound + position] = NameSlot(
            words: name.words, text: add(text: text), value: value, hash: name.hash)
    }
}
