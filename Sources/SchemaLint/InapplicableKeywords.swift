import Documents
import JSONSchema
import SourceText

/// Rule: a keyword looks at values of a type that the schema allows.
enum InapplicableKeywords {
    static func findings(_ scope: LintScope) -> [Diagnostic] {
        guard let types = scope.types else { return [] }
        return scope.node.members.compactMap { member in
            guard let keyword = Keyword(rawValue: member.name), scope.schema[keyword] != nil,
                let kind = kind(of: keyword), !types.mayContain(kind)
            else { return nil }
            return .schema(
                .schemaKeywordInapplicable, message(keyword, kind, types), at: member.key)
        }
    }

    private static func message(_ keyword: Keyword, _ kind: Node.Kind, _ types: TypeSet) -> String {
        "\"\(keyword.rawValue)\" looks at \(plural(kind)) only, but the type here is "
            + types.description
    }

    /// The kind of values that a keyword looks at, if it is one.
    private static func kind(of keyword: Keyword) -> Node.Kind? {
        switch keyword {
        case .multipleOf, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum: .number
        case .minLength, .maxLength, .pattern: .string
        case .minItems, .maxItems, .uniqueItems, .prefixItems, .items, .additionalItems,
            .contains, .minContains, .maxContains, .unevaluatedItems:
            .array
        case .minProperties, .maxProperties, .required, .properties, .patternProperties,
            .additionalProperties, .propertyNames, .unevaluatedProperties, .dependentSchemas,
            .dependentRequired, .dependencies:
            .object
        default: nil
        }
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
