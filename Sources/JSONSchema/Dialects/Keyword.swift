import SourceText

/// The keywords that mean something to the engine.
package enum Keyword: String, CaseIterable, Sendable {
    case schema = "$schema"
    case id = "$id"
    case idBefore6 = "id"
    case ref = "$ref"
    case anchor = "$anchor"
    case dynamicRef = "$dynamicRef"
    case dynamicAnchor = "$dynamicAnchor"
    case recursiveRef = "$recursiveRef"
    case recursiveAnchor = "$recursiveAnchor"
    case defs = "$defs"
    case definitions

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

    /// The keyword with this name. The synthesised `init(rawValue:)` compares with one after another.
    package init?(name: String) {
        guard let keyword = Keyword.byName[ExactText(name)] else { return nil }
        self = keyword
    }

    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.map { (ExactText($0.rawValue), $0) })

    /// Whether `dialect` gives the keyword a meaning.
    package func exists(in dialect: Dialect) -> Bool {
        switch self {
        case .idBefore6: dialect == .draft4
        case .id, .const, .contains, .propertyNames: dialect.isSince(.draft6)
        case .if, .then, .else, .writeOnly: dialect.isSince(.draft7)
        case .anchor, .dependentSchemas, .dependentRequired, .minContains, .maxContains,
            .unevaluatedItems, .unevaluatedProperties, .contentSchema:
            dialect.isSince(.draft2019)
        case .recursiveRef, .recursiveAnchor: dialect == .draft2019
        case .dynamicRef, .dynamicAnchor, .prefixItems: dialect == .draft2020
        case .additionalItems: dialect != .draft2020
        default: true
        }
    }

    /// The vocabularies of which any one switches the keyword on.
    var vocabularies: Vocabularies {
        switch self {
        case .schema, .id, .idBefore6, .ref, .anchor, .dynamicRef, .dynamicAnchor, .recursiveRef,
            .recursiveAnchor, .defs, .definitions:
            .core
        case .allOf, .anyOf, .oneOf, .not, .if, .then, .else, .dependentSchemas, .dependencies,
            .properties, .patternProperties, .additionalProperties, .propertyNames, .prefixItems,
            .items, .additionalItems, .contains:
            .applicator
        case .unevaluatedItems, .unevaluatedProperties: .unevaluated
        case .format: [.formatAnnotation, .formatAssertion]
        case .writeOnly: .metaData
        case .contentSchema: .content
        default: .validation
        }
    }
}

/// The words of JSON Schema, for whoever must tell them from others.
package enum SchemaWords {
    /// The keywords of all dialects, and the names of the types.
    package static let all =
        Keyword.allCases.map(\.rawValue) + [
            "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly",
            "null", "boolean", "object", "array", "number", "integer", "string",
        ]
}
