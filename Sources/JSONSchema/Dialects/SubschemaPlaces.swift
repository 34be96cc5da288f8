package import Documents

/// Where a keyword's value holds schemas.
package enum SubschemaPlace {
    case none, schema, array, map, schemaOrArray

    package init(_ keyword: Keyword, in dialect: Dialect) {
        switch keyword {
        case .not, .if, .then, .else, .additionalProperties, .propertyNames, .contains,
            .unevaluatedItems, .unevaluatedProperties, .additionalItems, .contentSchema:
            self = .schema
        case .allOf, .anyOf, .oneOf, .prefixItems: self = .array
        case .properties, .patternProperties, .dependentSchemas, .dependencies, .defs,
            .definitions:
            self = .map
        case .items: self = dialect == .draft2020 ? .schema : .schemaOrArray
        default: self = .none
        }
    }

    /// The schemas in `value`; what is no object or boolean is none.
    package func subschemas(of value: Node) -> [Node] {
        let candidates: [Node]
        switch self {
        case .none: return []
        case .schema: candidates = [value]
        case .array: candidates = Array(value.elements)
        case .map: candidates = value.members.map(\.value)
        case .schemaOrArray: candidates = value.kind == .array ? Array(value.elements) : [value]
        }
        return candidates.filter(\.isSchema)
    }
}

extension Node {
    /// Whether the node can be read as a schema at all.
    package var isSchema: Bool { kind == .object || kind == .boolean }
}
