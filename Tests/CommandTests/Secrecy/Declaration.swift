/// A way to call the setting `s` secret in a JSON Schema.
struct Declaration: Sendable {
    let name: String
    /// A schema; `SECRET` is what makes `s` secret, `EXTRA` further keywords of the same subschema.
    let schema: String

    static let secrets = ["writeOnly: true", "format: password"]

    static let all = [
        Declaration(name: "properties", schema: "{properties: {s: {SECRETEXTRA}}}"),
        Declaration(
            name: "$ref",
            schema: "{properties: {s: {$ref: '#/$defs/x'}}, $defs: {x: {SECRETEXTRA}}}"),
        Declaration(
            name: "beside $ref",
            schema: "{properties: {s: {$ref: '#/$defs/x', SECRETEXTRA}}, $defs: {x: {}}}"),
        Declaration(name: "allOf", schema: "{allOf: [{properties: {s: {SECRETEXTRA}}}]}"),
        Declaration(name: "allOf within", schema: "{properties: {s: {allOf: [{SECRETEXTRA}]}}}"),
        Declaration(name: "anyOf", schema: "{anyOf: [true, {properties: {s: {SECRETEXTRA}}}]}"),
        Declaration(
            name: "anyOf within", schema: "{properties: {s: {anyOf: [true, {SECRETEXTRA}]}}}"),
        Declaration(
            name: "oneOf",
            schema: "{oneOf: [true, {required: [never], properties: {s: {SECRETEXTRA}}}]}"),
        Declaration(name: "if", schema: "{if: {properties: {s: {SECRETEXTRA}}}}"),
        Declaration(
            name: "then",
            schema: "{if: {required: [never]}, then: {properties: {s: {SECRETEXTRA}}}}"),
        Declaration(name: "else", schema: "{if: true, else: {properties: {s: {SECRETEXTRA}}}}"),
        Declaration(
            name: "not", schema: "{not: {required: [never], properties: {s: {SECRETEXTRA}}}}"),
        Declaration(
            name: "dependentSchemas",
            schema: "{dependentSchemas: {never: {properties: {s: {SECRETEXTRA}}}}}"),
        Declaration(name: "patternProperties", schema: "{patternProperties: {^s: {SECRETEXTRA}}}"),
        Declaration(name: "additionalProperties", schema: "{additionalProperties: {SECRETEXTRA}}"),
        Declaration(
            name: "unevaluatedProperties", schema: "{unevaluatedProperties: {SECRETEXTRA}}"),
        Declaration(
            name: "$dynamicRef",
            schema:
                "{$dynamicAnchor: r, properties: {s: {$dynamicRef: '#d'}}, $defs: {x: {$dynamicAnchor: d, SECRETEXTRA}}}"
        ),
        Declaration(
            name: "draft 7",
            schema:
                "{$schema: 'http://json-schema.org/draft-07/schema#', properties: {s: {SECRETEXTRA}}}"
        ),
        Declaration(
            name: "draft 4 dependencies",
            schema:
                "{$schema: 'http://json-schema.org/draft-04/schema#', dependencies: {never: {properties: {s: {SECRETEXTRA}}}}}"
        ),
        Declaration(
            name: "another branch",
            schema: "{properties: {s: {EXTRA0}}, allOf: [{properties: {s: {SECRET}}}]}"),
        Declaration(
            name: "around it",
            schema: "{properties: {o: {SECRET, properties: {s: {EXTRA0}}}, s: {SECRET}}}"),
    ]

    func schema(_ secret: String, _ extra: String = "") -> String {
        schema.replacing("SECRETEXTRA", with: extra.isEmpty ? secret : secret + ", " + extra)
            .replacing("EXTRA0", with: extra).replacing("SECRET", with: secret)
    }
}
