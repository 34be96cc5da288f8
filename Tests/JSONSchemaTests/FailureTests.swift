import Documents
import JSONSchema
import SchemaReading
import Testing

/// What is said of an instance that is not valid, and where.
@Suite("JSONSchema failures")
struct JSONSchemaFailureTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let schema: String
        let instance: String
        let expected: [String]

        init(_ name: String, _ schema: String, _ instance: String, _ expected: String...) {
            self.name = name
            self.schema = schema
            self.instance = instance
            self.expected = expected
        }

        var testDescription: String { name }
    }

    @Test("each keyword", arguments: scalars + containers + logic + alternatives)
    func keyword(row: Row) throws {
        let schema = try compiled(row.schema)
        let instance = try json(row.instance)
        #expect(schema.failures(of: instance).map(line) == row.expected)
        #expect(schema.isValid(instance) == row.expected.isEmpty)
    }

    static let scalars = [
        Row(
            "type", #"{"type": "string"}"#, "15",
            "type at / by /type: must be a string, not the number 15 [write it in quotes: \"15\"]"),
        Row(
            "types", #"{"type": ["object", "null", "integer"]}"#, "1.5",
            "type at / by /type: must be an object, an integer or null, not the number 1.5"),
        Row("integer", #"{"type": "integer"}"#, "10e-1"),
        Row(
            "enum", #"{"enum": ["red", "green"]}"#, "\"gren\"",
            #"enum at / by /enum: must be one of "red" or "green", not "gren" "#
                + #"[did you mean "green"?]"#),
        Row(
            "const", #"{"const": 1}"#, "true", "const at / by /const: must be 1, not true"),
        Row("const number", #"{"const": 1}"#, "1.0"),
        Row(
            "minimum", #"{"minimum": 5}"#, "4.99",
            "minimum at / by /minimum: must be at least 5, not 4.99"),
        Row(
            "exclusiveMaximum", #"{"exclusiveMaximum": 5}"#, "5.0",
            "exclusiveMaximum at / by /exclusiveMaximum: must be less than 5, not 5.0"),
        Row(
            "multipleOf", #"{"multipleOf": 0.01}"#, "4.355",
            "multipleOf at / by /multipleOf: must be a multiple of 0.01, not 4.355"),
        Row("multipleOf exactly", #"{"multipleOf": 0.01}"#, "4.35"),
        Row(
            "minLength", #"{"minLength": 3}"#, #""💶""#,
            "minLength at / by /minLength: must have at least 3 characters, not 1"),
        Row(
            "not empty", #"{"minLength": 1}"#, #""""#,
            "minLength at / by /minLength: must not be empty"),
        Row(
            "maxLength", #"{"maxLength": 1}"#, #""ab""#,
            "maxLength at / by /maxLength: must have at most 1 character, not 2"),
        Row(
            "pattern", #"{"pattern": "^[a-z]+$"}"#, #""A""#,
            #"pattern at / by /pattern: must match the pattern "^[a-z]+$", not "A""#),
    ]

    static let containers = [
        Row(
            "required names all", #"{"required": ["a", "b", "c"]}"#, #"{"b": 1}"#,
            #"required at / by /required: the required keys "a" and "c" are missing"#),
        Row(
            "additionalProperties",
            #"{"properties": {"secret": {}}, "additionalProperties": false}"#,
            #"{"secrt": 1}"#,
            "additionalProperties at key /secrt by /additionalProperties: "
                + #"unknown key "secrt" [did you mean "secret"?]"#),
        Row(
            "unknown keys", #"{"properties": {"a": {}, "b": {}}, "additionalProperties": false}"#,
            #"{"other": 1}"#,
            "additionalProperties at key /other by /additionalProperties: "
                + #"unknown key "other" [known keys: "a" and "b"]"#),
        Row(
            "unevaluatedProperties",
            #"{"allOf": [{"properties": {"name": {}}}], "unevaluatedProperties": false}"#,
            #"{"name": 1, "nam": 2}"#,
            "unevaluatedProperties at key /nam by /unevaluatedProperties: "
                + #"unknown key "nam" [did you mean "name"?]"#),
        Row(
            "false schema", #"{"properties": {"old": false}}"#, #"{"old": 1}"#,
            "properties at /old by /properties/old: is not allowed here"),
        Row(
            "propertyNames", #"{"propertyNames": {"maxLength": 2}}"#, #"{"long": 1}"#,
            "maxLength at key /long by /propertyNames/maxLength: "
                + "must have at most 2 characters, not 4"),
        Row(
            "dependentRequired", #"{"dependentRequired": {"a": ["b", "c"]}}"#, #"{"a": 1}"#,
            "dependentRequired at / by /dependentRequired: "
                + #"the required keys "b" and "c" are missing beside "a""#),
        Row(
            "minItems", #"{"minItems": 2}"#, "[1]",
            "minItems at / by /minItems: must have at least 2 elements, not 1"),
        Row(
            "uniqueItems", #"{"uniqueItems": true}"#, "[1, 2, 1.0]",
            "uniqueItems at /2 by /uniqueItems: "
                + "repeats element 1 (1.0); elements must differ"),
        Row(
            "contains", #"{"contains": {"type": "null"}, "minContains": 2}"#, "[null]",
            "minContains at / by /minContains: "
                + "must have at least 2 elements that match \"contains\", not 1"),
        Row(
            "items", #"{"items": {"type": "string"}}"#, #"["a", null]"#,
            "type at /1 by /items/type: must be a string, not null"),
        Row(
            "unevaluatedItems", #"{"prefixItems": [true], "unevaluatedItems": false}"#, "[1, 2]",
            "unevaluatedItems at /1 by /unevaluatedItems: is not allowed here"),
        Row(
            "an unknown key beside a wrong one",
            ##"""
            {"$ref": "#/$defs/a", "$defs": {"a": {"properties": {"zip": {"type": "integer"}}}},
             "properties": {"city": true}, "patternProperties": {"^x-": false},
             "unevaluatedProperties": false}
            """##,
            #"{"zip": "1", "citty": 1, "x-a": 1, "city": 1}"#,
            "type at /zip by /$defs/a/properties/zip/type: must be an integer, not the string \"1\" "
                + "[write it without quotes: 1]",
            "unevaluatedProperties at key /citty by /unevaluatedProperties: "
                + #"unknown key "citty" [did you mean "city"?]"#,
            "patternProperties at /x-a by /patternProperties/^x-: is not allowed here"),
        Row(
            "a key that only another branch declares",
            """
            {"if": {"required": ["a"]}, "then": {"properties": {"a": true}},
             "else": {"properties": {"b": true}}, "unevaluatedProperties": false}
            """,
            #"{"a": 1, "b": 1}"#,
            "unevaluatedProperties at key /b by /unevaluatedProperties: "
                + #"the key "b" is not allowed here "#
                + "[only schemas that do not apply to this value declare it]"),
        Row(
            "an element too many beside a wrong one",
            #"{"prefixItems": [{"type": "string"}, true], "unevaluatedItems": false}"#, "[1, 2, 3]",
            "type at /0 by /prefixItems/0/type: must be a string, not the number 1 "
                + #"[write it in quotes: "1"]"#,
            "unevaluatedItems at /2 by /unevaluatedItems: is not allowed here"),
    ]

    static let told = #"""
        {"oneOf": [
          {"title": "OAuth", "type": "object", "required": ["mode", "id", "secret"],
           "properties": {"mode": {"const": "oauth"}, "id": {}, "secret": {}, "note": {}}},
          {"title": "Key", "type": "object", "required": ["mode", "key"],
           "properties": {"mode": {"const": "key"}, "key": {"type": "string"}, "note": {}}},
          {"allOf": [{"$ref": "#/$defs/none"}]}],
         "$defs": {"none": {"type": "object", "required": ["mode"], "additionalProperties": false,
           "properties": {"mode": {"enum": ["none", "off"]}, "note": {}}}}}
        """#

    static let alternatives = [
        Row(
            "another constant", told, #"{"mode": "basic"}"#,
            "const at /mode by /oneOf/0/properties/mode/const: must be one of \"oauth\", \"key\", "
                + "\"none\" or \"off\", not \"basic\""),
        Row(
            "a misspelt constant", told, #"{"mode": "keyy", "key": 1}"#,
            "const at /mode by /oneOf/0/properties/mode/const: must be one of \"oauth\", \"key\", "
                + "\"none\" or \"off\", not \"keyy\" [did you mean \"key\"?]"),
        Row(
            "no constant, but keys", told, #"{"key": 1, "note": 1}"#,
            "required at / by /oneOf/1/required: the required key \"mode\" is missing "
                + "(alternative Key)",
            "type at /key by /oneOf/1/properties/key/type: must be a string, not the number 1 "
                + "(alternative Key) [write it in quotes: \"1\"]"),
        Row(
            "nothing that tells", told, #"{"note": 1}"#,
            "required at / by /oneOf/0/required: the required key \"mode\" is missing "
                + "[write one of \"oauth\", \"key\", \"none\" or \"off\"]"),
        Row(
            "one of a list of constants", told, #"{"mode": "off", "a": 1}"#,
            "additionalProperties at key /a by /$defs/none/additionalProperties: unknown key \"a\" "
                + "(nearest of 3 alternatives; the 2 others fail too) "
                + "[known keys: \"mode\" and \"note\"]"),
        Row(
            "keys without constants",
            #"""
            {"anyOf": [
              {"required": ["a", "b"], "properties": {"a": {}, "b": {}, "c": {}}},
              {"required": ["d", "e"], "properties": {"d": {}, "e": {}}}]}
            """#,
            #"{"d": 1}"#,
            "required at / by /anyOf/1/required: the required key \"e\" is missing "
                + "(nearest of 2 alternatives; the other fails too)"),
        Row(
            "alternatives in alternatives",
            #"""
            {"anyOf": [
              {"properties": {"a": {"anyOf": [{"minimum": 5}, {"maximum": 1}]}}},
              {"required": ["b"]}]}
            """#,
            #"{"a": 3}"#,
            "minimum at /a by /anyOf/0/properties/a/anyOf/0/minimum: must be at least 5, not 3 "
                + "(nearest of 2 alternatives; the other fails too)"),
    ]

    static let logic = [
        Row(
            "anyOf of types", #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#, "[]",
            "anyOf at / by /anyOf: must be a string or null, not an array"),
        Row(
            "anyOf nearest by constant",
            #"""
            {"anyOf": [
              {"properties": {"type": {"const": "card"}, "number": {"type": "string"}}},
              {"properties": {"type": {"const": "bank"}, "iban": {"type": "string"}},
               "required": ["iban", "bic"]}]}
            """#,
            #"{"type": "bank", "iban": 1, "number": 1}"#,
            "required at / by /anyOf/1/required: the required key \"bic\" is missing "
                + "(nearest of 2 alternatives; the other fails too)",
            "type at /iban by /anyOf/1/properties/iban/type: must be a string, not the number 1 "
                + "(nearest of 2 alternatives; the other fails too) [write it in quotes: \"1\"]"),
        Row(
            "oneOf both", #"{"oneOf": [{"minimum": 1}, {"maximum": 9}, false]}"#, "5",
            "oneOf at / by /oneOf: must match exactly one of 3 alternatives, not 1 and 2 together"),
        Row(
            "not", #"{"not": {"const": 1}}"#, "1",
            "not at / by /not: must not match the schema under \"not\""),
        Row(
            "then", #"{"if": {"required": ["a"]}, "then": {"required": ["b"]}}"#, #"{"a": 1}"#,
            #"required at / by /then/required: the required key "b" is missing"#),
        Row(
            "each once",
            ##"{"allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}], "##
                + #""$defs": {"a": {"type": "null"}}}"#, "1",
            "type at / by /$defs/a/type: must be null, not the number 1"),
    ]
}
