import Documents
import SourceText

extension Explainer {
    mutating func explainType(
        _ id: BlockID, _ types: TypeSet, _ index: Int, by origin: Origin
    ) {
        let block = code.program.blockOrigins[Int(id)]
        if types.isEmpty {
            let refused = Origin(keyword: origin.keyword, schema: block.schema)
            report(refused, index, "is not allowed here")
            return
        }
        let node = machine.node(index)
        let found = isHidden(index) ? ValueText.kind(node) : ValueText.described(node)
        report(
            Origin(.type, block.type ?? block.schema), index,
            "must be \(types.description), not \(found)", hint: typeHint(types, node))
    }

    /// A plain scalar that was probably meant as a string needs quotes.
    private func typeHint(_ types: TypeSet, _ node: Node) -> String? {
        let isScalar = node.kind == .number || node.kind == .boolean
        guard isScalar, types.contains(.string), !isHidden(node.index) else { return nil }
        let text = node.numberLiteral ?? (node.boolean == true ? "true" : "false")
        return "write it in quotes: \(ValueText.quoted(text))"
    }

    /// `enum` and `const`.
    mutating func explainValue(_ index: Int, _ origin: Origin) {
        let isEnum = origin.keyword == Keyword.enum.rawValue
        let values = isEnum ? Array(origin.schema.elements) : [origin.schema]
        guard !disclosure.isSecret(machine.node(index)) else {
            // What a secret must be is secret, too.
            let what = values.count > 1 ? "one of the values" : "the value"
            return report(origin, index, "must be \(what) given in the schema")
        }
        let expected = Listing.short(values.map { ValueText.short(option($0)) })
        report(
            origin, index,
            "must be \(values.count > 1 ? "one of " : "")\(expected)\(butFound(index))",
            hint: nearest(to: index, among: values.map(option)))
    }

    /// An option of a settings form stands for its value.
    private func option(_ node: Node) -> Node {
        node.kind == .object && code.program.isForm ? node["value"] ?? node : node
    }

    private mutating func nearest(to index: Int, among values: [Node]) -> String? {
        let node = machine.node(index)
        guard let text = node.string, !isHidden(index), !node.isOpaque else { return nil }
        return suggestion(for: text, among: values.compactMap(\.string))
    }

    mutating func explainString(_ instruction: Instruction, _ index: Int, _ origin: Origin) {
        let count = machine.node(index).withText { CodePoints.count($0) }
        let found = isHidden(index) ? "" : ", not \(count)"
        switch instruction {
        case .minLength(1): report(origin, index, "must not be empty")
        case .minLength(let length):
            let least = Listing.count(length, "character")
            report(origin, index, "must have at least \(least)\(found)")
        case .maxLength(let length):
            let most = Listing.count(length, "character")
            report(origin, index, "must have at most \(most)\(found)")
        default:
            let pattern = ValueText.quoted(origin.schema.string ?? "")
            report(origin, index, "must match the pattern \(pattern)\(butFound(index))")
        }
    }

    mutating func explainFormat(_ format: Format, _ index: Int, _ origin: Origin) {
        let text = isHidden(index) ? nil : machine.node(index).string
        report(
            origin, index, "must be \(format.expectation)\(butFound(index))",
            hint: text.flatMap(format.repaired).map { "did you mean \(ValueText.quoted($0))?" })
    }

    mutating func explainNumber(_ index: Int, _ origin: Origin) {
        let bound = ValueText.short(origin.schema)
        let relation =
            switch Keyword(rawValue: origin.keyword) {
            case .minimum: isExclusive(origin, .exclusiveMinimum) ? "more than" : "at least"
            case .maximum: isExclusive(origin, .exclusiveMaximum) ? "less than" : "at most"
            case .exclusiveMinimum: "more than"
            case .exclusiveMaximum: "less than"
            default: "a multiple of"
            }
        report(origin, index, "must be \(relation) \(bound)\(butFound(index))")
    }

    /// Draft 4's `exclusiveMinimum: true` beside a `minimum`.
    private func isExclusive(_ origin: Origin, _ keyword: Keyword) -> Bool {
        origin.schema.parent?[keyword.rawValue]?.boolean == true
    }
}
