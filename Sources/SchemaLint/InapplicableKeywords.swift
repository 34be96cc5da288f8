import Documents
import JSONSchema
import SourceText

/// Rule: a keyword looks at values of a type that the schema allows.
enum InapplicableKeywords {
    static func findings(_ scope: LintScope) -> [Diagnostic] {
        guard let types = scope.schema.types else { return [] }
        return scope.node.members.compactMap { member in
            guard let keyword = Keyword(name: member.name), scope.schema[keyword] != nil,
                let kind = keyword.facts.kind, !types.mayContain(kind)
            else { return nil }
            return .schema(
                .schemaKeywordInapplicable, message(keyword, kind, types), at: member.key)
        }
    }

    private static func message(_ keyword: Keyword, _ kind: Node.Kind, _ types: TypeSet) -> String {
        "\"\(keyword.name)\" applies to \(plural(kind)) only, but the type here is "
            + types.description
    }

    private static func plural(_ kind: Node.Kind) -> String {
        switch kind {
        case .number: "numbers"
        case .string: "strings"
        case .array: "arrays"
        case .object: "objects"
        case .boolean: "booleans"
        case .null: "null"
        }
    }
}
