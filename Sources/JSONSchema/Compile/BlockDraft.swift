import Documents

/// A block in the making: its checks, each with the kinds of values that it is for.
struct BlockDraft {
    var types: TypeSet = .all
    var type: Node?
    var flags: Block.Flags = []
    private var entries: [Entry] = []

    private struct Entry {
        var kinds: TypeSet
        var cost: Int
        var instruction: Instruction
        var origin: Origin
    }

    static let scalars: TypeSet = [.null, .boolean, .number, .string]
    static let containers: TypeSet = [.array, .object]

    /// Adds a check for values of `kinds`.
    mutating func add(_ instruction: Instruction, for kinds: TypeSet, from origin: Origin) {
        entries.append(
            Entry(
                kinds: kinds, cost: instruction.cost, instruction: instruction,
                origin: origin))
    }

    /// The checks for kinds of values that the schema does not accept. They are never run, but may hold
    /// schemas that say something of secrets.
    var idle: [Instruction] {
        entries.filter { entry in
            !Node.Kind.allCases.contains {
                types.mayContain($0) && entry.kinds.contains(TypeSet($0))
            }
        }.map(\.instruction)
    }

    /// Appends the checks to the program, the cheapest first, kind by kind.
    func emit(into program: inout SchemaProgram, resource: ResourceID) -> Block {
        var block = Block()
        block.types = types
        block.flags = flags
        block.resource = Int32(truncatingIfNeeded: resource)
        let sorted = entries.indices.sorted {
            (entries[$0].cost, $0) < (entries[$1].cost, $1)
        }
        var emitted: [(list: [Int], range: FlatRange)] = []
        for kind in Node.Kind.allCases where types.mayContain(kind) {
            let list = sorted.filter { entries[$0].kinds.contains(TypeSet(kind)) }
            if list.isEmpty { continue }
            if let same = emitted.first(where: { $0.list == list }) {
                block[kind] = same.range
            } else {
                block[kind] = append(list, to: &program)
                emitted.append((list, block[kind]))
            }
        }
        if emitted.isEmpty { block.flags.insert(.isPlain) }
        return block
    }

    private func append(_ list: [Int], to program: inout SchemaProgram) -> FlatRange {
        let start = program.instructions.count
        for index in list {
            program.instructions.append(entries[index].instruction)
            program.origins.append(entries[index].origin)
        }
        return FlatRange(start: Int32(start), count: Int32(list.count))
    }
}
