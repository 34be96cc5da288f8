import Documents
import JSONSchema
import SourceText

/// Rule: a required key is declared, where the schema is the one that describes the object: it is
/// closed, or has properties and nothing else that could have more.
enum UndeclaredRequired {
    static func findings(_ scope: LintScope) -> [Diagnostic] {
        let schema = scope.schema
        guard let required = schema[.required], required.kind == .array,
            let properties = schema[.properties], properties.kind == .object
        else { return [] }
        let isClosed = schema[.additionalProperties]?.boolean == false
        guard isClosed || isPlain(scope) else { return [] }
        let declared = Set(properties.members.map { ExactText($0.name) })
        let patterns = patterns(of: schema)
        guard patterns.count * required.count <= mostMatches else { return [] }
        let undeclared = required.elements.filter { name in
            guard let text = name.string, !declared.contains(ExactText(text)) else { return false }
            return !patterns.contains { $0.mayMatch(text) }
        }
        return undeclared.enumerated().map { index, node in
            let name = node.string ?? ""
            let hint = scope.nearest(
                to: name, among: declared.map(\.text).sorted(by: ByteOrder.precedes),
                after: index)
            return .schema(
                .schemaRequiredUndeclared, message(name, isClosed: isClosed), at: node,
                hint: hint)
        }
    }

    /// The pairs of a pattern and a name that are looked at, at most.
    private static let mostMatches = 1_000_000

    private static func message(_ name: String, isClosed: Bool) -> String {
        let name = ValueText.quoted(name)
        return isClosed
            ? "\(name) is required, but \"additionalProperties\" refuses it"
            : "\(name) is required, but not declared in \"properties\""
    }

    /// Whether only `properties` describes the object, here and in enclosing schemas.
    private static func isPlain(_ scope: LintScope) -> Bool {
        let others = inPlace + [.patternProperties, .propertyNames]
        // Without "if", the branches are ignored.
        let isOpen = others.contains {
            $0 != .then && $0 != .else && scope.schema[$0] != nil
        }
        if isOpen || scope.schema[.additionalProperties]?.kind == .object { return false }
        return !isPart(scope.node)
    }

    /// Whether the schema is one of several for the same value.
    private static func isPart(_ node: Node) -> Bool {
        let holder = node.key ?? node.parent?.key ?? node
        let mapHolder = node.parent?.kind == .object ? node.parent?.key : nil
        return inPlace.contains { keyword in
            switch keyword.facts.subschemas {
            case .one, .list: holder.hasText(keyword.name)
            case .map: mapHolder?.hasText(keyword.name) ?? false
            case .none, .oneOrList: false
            }
        }
    }

    private static let inPlace = Keyword.allCases.filter(\.facts.isInPlace)

    /// What `patternProperties` declares. An invalid pattern matches nothing here.
    private static func patterns(of schema: SchemaObject) -> [SchemaPattern] {
        schema[.patternProperties]?.members.compactMap { try? SchemaPattern($0.name) } ?? []
    }
}
