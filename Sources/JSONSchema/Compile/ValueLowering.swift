import Documents

extension Lowering {
    /// `enum` and `const`, kind by kind: what no value of a kind can meet fails at once.
    mutating func lowerValues(_ scope: BlockScope, into draft: inout BlockDraft) {
        if let node = scope.schema[.enum], node.kind == .array {
            lower(values: Array(node.elements), from: Origin(.enum, node), into: &draft)
        }
        if let node = scope.schema[.const] {
            lower(values: [node], from: Origin(.const, node), into: &draft)
        }
    }

    mutating func lower(values: [Node], from origin: Origin, into draft: inout BlockDraft) {
        for kind in Node.Kind.allCases {
            let matching = values.filter { $0.kind == kind }
            if let check = check(for: kind, values: matching) {
                draft.add(check, for: TypeSet(kind), from: origin)
            }
        }
    }

    private mutating func check(for kind: Node.Kind, values: [Node]) -> Instruction? {
        guard let first = values.first else { return .fail }
        switch kind {
        case .null: return nil
        case .boolean:
            let isOne = values.allSatisfy { $0.boolean == first.boolean }
            return isOne ? .boolean(first.boolean ?? false) : nil
        case .string:
            if values.contains(where: \.isOpaque) { return nil }
            return .oneOfNames(program.add(names: values.map { ($0.string ?? "", 0) }))
        case .number, .array, .object:
            let start = program.values.count
            program.values += values
            return .oneOfValues(FlatRange(start: Int32(start), count: Int32(values.count)))
        }
    }
}
