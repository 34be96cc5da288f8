import Documents

extension Keyword {
    /// One row a keyword.
    var row: KeywordFacts {
        switch self {
        case .schema: .core("$schema", .none)
        case .id: .core("$id", .name, since: .draft6)
        case .idBefore6: .core("id", .name, until: .draft4)
        case .anchor: .core("$anchor", .name, since: .draft2019)
        case .dynamicAnchor: .core("$dynamicAnchor", .name, since: .draft2020)
        case .recursiveAnchor:
            .core("$recursiveAnchor", .name, since: .draft2019, until: .draft2019)
        case .defs: .core("$defs", .none, .map)
        case .definitions: .core("definitions", .none, .map)
        case .ref: .reference("$ref")
        case .dynamicRef: .reference("$dynamicRef", since: .draft2020)
        case .recursiveRef: .reference("$recursiveRef", since: .draft2019, until: .draft2019)

        case .allOf: .inPlace("allOf", .list)
        case .anyOf: .inPlace("anyOf", .list)
        case .oneOf: .inPlace("oneOf", .list)
        case .not: .inPlace("not", .one)
        case .if: .inPlace("if", .one, since: .draft7)
        case .then: .inPlace("then", .one, since: .draft7)
        case .else: .inPlace("else", .one, since: .draft7)
        case .dependentSchemas: .inPlace("dependentSchemas", .map, of: .object, since: .draft2019)
        case .dependencies: .inPlace("dependencies", .map, of: .object)

        case .properties: .applicator("properties", .map, of: .object)
        case .patternProperties: .applicator("patternProperties", .map, of: .object)
        case .additionalProperties: .applicator("additionalProperties", .one, of: .object)
        case .propertyNames: .applicator("propertyNames", .one, of: .object, since: .draft6)
        case .unevaluatedProperties: .unevaluated("unevaluatedProperties", of: .object)
        case .prefixItems: .applicator("prefixItems", .list, of: .array, since: .draft2020)
        case .items: .applicator("items", .oneOrList, of: .array)
        case .additionalItems:
            .applicator("additionalItems", .one, of: .array, until: .draft2019)
        case .contains: .applicator("contains", .one, of: .array, since: .draft6)
        case .unevaluatedItems: .unevaluated("unevaluatedItems", of: .array)

        case .type: .assertion("type")
        case .enum: .assertion("enum", values: .list)
        case .const: .assertion("const", values: .one, since: .draft6)
        case .multipleOf: .assertion("multipleOf", of: .number)
        case .minimum: .assertion("minimum", of: .number)
        case .maximum: .assertion("maximum", of: .number)
        case .exclusiveMinimum: .assertion("exclusiveMinimum", of: .number)
        case .exclusiveMaximum: .assertion("exclusiveMaximum", of: .number)
        case .minLength: .assertion("minLength", of: .string)
        case .maxLength: .assertion("maxLength", of: .string)
        case .pattern: .assertion("pattern", of: .string)
        case .minItems: .assertion("minItems", of: .array)
        case .maxItems: .assertion("maxItems", of: .array)
        case .uniqueItems: .assertion("uniqueItems", of: .array)
        case .minContains: .assertion("minContains", of: .array, since: .draft2019)
        case .maxContains: .assertion("maxContains", of: .array, since: .draft2019)
        case .minProperties: .assertion("minProperties", of: .object)
        case .maxProperties: .assertion("maxProperties", of: .object)
        case .required: .assertion("required", of: .object)
        case .dependentRequired: .assertion("dependentRequired", of: .object, since: .draft2019)

        case .format:
            KeywordFacts(name: "format", vocabularies: [.formatAnnotation, .formatAssertion])
        case .writeOnly:
            KeywordFacts(
                name: "writeOnly", since: .draft7, vocabularies: .metaData, effect: .secrecy)
        case .contentSchema:
            KeywordFacts(
                name: "contentSchema", since: .draft2019, vocabularies: .content, effect: .none,
                subschemas: .one)

        case .title: .description("title")
        case .description: .description("description")
        case .default: .description("default", values: .one)
        case .examples: .description("examples", values: .list, since: .draft6)
        case .comment: .description("$comment", since: .draft7)
        case .readOnly: .description("readOnly", since: .draft7)
        case .contentMediaType: .description("contentMediaType", since: .draft7)
        case .contentEncoding: .description("contentEncoding", since: .draft7)
        case .vocabulary: .description("$vocabulary", since: .draft2019)
        case .deprecated: .description("deprecated", since: .draft2019)
        }
    }
}

extension KeywordFacts {
    fileprivate static func core(
        _ name: String, _ effect: Effect, _ subschemas: Subschemas = .none,
        since: Dialect = .draft4, until: Dialect = .draft2020
    ) -> KeywordFacts {
        KeywordFacts(
            name: name, since: since, until: until, vocabularies: .core, effect: effect,
            subschemas: subschemas)
    }

    fileprivate static func reference(
        _ name: String, since: Dialect = .draft4, until: Dialect = .draft2020
    ) -> KeywordFacts {
        KeywordFacts(name: name, since: since, until: until, vocabularies: .core, isInPlace: true)
    }

    /// Applies schemas to the same value.
    fileprivate static func inPlace(
        _ name: String, _ subschemas: Subschemas, of kind: Node.Kind? = nil,
        since: Dialect = .draft4
    ) -> KeywordFacts {
        KeywordFacts(
            name: name, since: since, vocabularies: .applicator, subschemas: subschemas,
            isInPlace: true, kind: kind)
    }

    /// Applies schemas to parts of the value.
    fileprivate static func applicator(
        _ name: String, _ subschemas: Subschemas, of kind: Node.Kind, since: Dialect = .draft4,
        until: Dialect = .draft2020
    ) -> KeywordFacts {
        KeywordFacts(
            name: name, since: since, until: until, vocabularies: .applicator,
            subschemas: subschemas, kind: kind)
    }

    fileprivate static func unevaluated(_ name: String, of kind: Node.Kind) -> KeywordFacts {
        KeywordFacts(
            name: name, since: .draft2019, vocabularies: .unevaluated, subschemas: .one, kind: kind)
    }

    fileprivate static func assertion(
        _ name: String, of kind: Node.Kind? = nil, values: Values = .none,
        since: Dialect = .draft4
    ) -> KeywordFacts {
        KeywordFacts(
            name: name, since: since, vocabularies: .validation, kind: kind, values: values)
    }

    fileprivate static func description(
        _ name: String, values: Values = .none, since: Dialect = .draft4
    ) -> KeywordFacts {
        KeywordFacts(
            name: name, since: since, vocabularies: .metaData, effect: .description,
            values: values)
    }
}
