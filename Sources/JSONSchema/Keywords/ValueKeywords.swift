import Documents
import SourceText

extension Lowering {
    /// `type`, which a block keeps apart from its checks.
    func lowerType(_ scope: BlockScope, into draft: inout BlockDraft) {
        guard let types = scope.schema.types else { return }
        draft.types = types
        draft.type = scope.schema[.type]
    }

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
            program.valueSets.append(ValueSet(values))
            return .oneOfValues(Int32(program.valueSets.count - 1))
        }
    }
}

extension Machine {
    /// Whether a string is one of some names; what is opaque is known only later, and passes.
    func isName(in table: NameTable, _ record: NodeRecord) -> Bool {
        view.isOpaque(record) || find(view.text(record), in: table) >= 0
    }

    /// Whether a value equals one of some values.
    mutating func isOne(of set: Int32, _ index: Int) -> Bool {
        let value = node(index)
        let set = code.program.valueSets[Int(set)]
        if let known = set.contains(value) { return known }
        guard takeSteps(set.values.count / 8) else { return false }
        return set.values.contains { $0.isEqual(to: value, opaqueIsAnyString: true) }
    }
}

extension FailureExplainer {
    mutating func explainType(
        _ id: BlockID, _ types: TypeSet, _ index: Int, by origin: Origin
    ) {
        let block = code.program.blockOrigins[Int(id)]
        let refused =
            types.isEmpty
            ? Origin(keyword: origin.keyword, schema: block.schema)
            : Origin(.type, block.type ?? block.schema)
        guard !isCountedOnly(at: index) else {
            count(refused, index)
            return
        }
        if types.isEmpty { return report(refused, index, "is not allowed here") }
        let node = machine.node(index)
        let found = isHidden(index) ? ValueText.kind(node) : ValueText.described(node)
        report(
            refused, index,
            "must be \(types.description), not \(found)", hint: typeHint(types, node))
    }

    /// `enum` and `const`.
    mutating func explainValue(_ index: Int, _ origin: Origin) {
        let isEnum = origin.keyword == Keyword.enum.name
        let most = suggestionsLeft > 0 ? Self.mostNames : Listing.shortLimit
        let values = isEnum ? Array(origin.schema.elements.prefix(most)) : [origin.schema]
        explainValue(
            index, origin, values.map(option), count: isEnum ? origin.schema.count : 1)
    }

    /// Reports a value that is not one of `count` values, of which these are the first.
    mutating func explainValue(_ index: Int, _ origin: Origin, _ values: [Node], count: Int) {
        guard !disclosure.isSecret(machine.node(index)) else {
            // What a secret must be is secret, too.
            let what = count > 1 ? "one of the values" : "the value"
            return report(origin, index, "must be \(what) given in the schema")
        }
        report(
            origin, index,
            "must be \(count > 1 ? "one of " : "")"
                + Listing.short(
                    values.prefix(Listing.shortLimit).map(ValueText.short), of: count)
                + butFound(index),
            hint: nearest(to: index, among: values))
    }

    /// The value of an option of a settings form; any other node itself.
    private func option(_ node: Node) -> Node {
        node.kind == .object && code.program.isForm ? node["value"] ?? node : node
    }

    private mutating func nearest(to index: Int, among values: [Node]) -> String? {
        let node = machine.node(index)
        guard let text = node.string, !isHidden(index), !node.isOpaque else { return nil }
        return suggestion(for: text, among: values.compactMap(\.string))
    }
}
