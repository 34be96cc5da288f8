import SourceText

/// The keywords of all dialects. What is known of each is a row of `KeywordTable.swift`; how it is
/// compiled, executed and explained is in the file of its family, beside this one.
package enum Keyword: UInt8, CaseIterable, Sendable {
    case schema, id, idBefore6, ref, anchor, dynamicRef, dynamicAnchor
    case recursiveRef, recursiveAnchor, defs, definitions

    case allOf, anyOf, oneOf, not
    case `if`, then, `else`
    case dependentSchemas, dependentRequired, dependencies

    case properties, patternProperties, additionalProperties, propertyNames
    case unevaluatedProperties
    case prefixItems, items, additionalItems, contains, minContains, maxContains
    case unevaluatedItems

    case type, `enum`, const
    case multipleOf, minimum, maximum, exclusiveMinimum, exclusiveMaximum
    case minLength, maxLength, pattern
    case minItems, maxItems, uniqueItems
    case minProperties, maxProperties, required

    case format, writeOnly, contentSchema

    case title, description, `default`, examples, comment, readOnly, contentMediaType
    case contentEncoding, vocabulary, deprecated

    /// The keyword with this name in any dialect.
    package init?(name: String) {
        guard let keyword = Keyword.byName[ExactText(name)] else { return nil }
        self = keyword
    }

    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.map { (ExactText($0.name), $0) })

    /// What is known of the keyword.
    package var facts: KeywordFacts { Keyword.table[Int(rawValue)] }

    private static let table = allCases.map(\.row)

    /// How schemas spell it.
    package var name: String { facts.name }

    /// Whether `dialect` gives the keyword a meaning.
    package func exists(in dialect: Dialect) -> Bool {
        facts.since <= dialect && dialect <= facts.until
    }
}

/// The words of JSON Schema, to tell them from others.
package enum SchemaWords {
    /// The keywords of all dialects, and the names of the types. Keywords whose values are of no use
    /// to a reader are left out, so that their values are hidden like those of unknown keys.
    package static let all =
        Keyword.allCases.filter { !unread.contains($0) }.map(\.name) + [
            "null", "boolean", "object", "array", "number", "integer", "string",
        ]

    private static let unread: [Keyword] = [
        .comment, .contentMediaType, .contentEncoding, .vocabulary,
    ]
}
