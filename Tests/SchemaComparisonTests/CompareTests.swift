import Documents
import JSONSchema
import SchemaComparison
import SchemaReading
import SourceText
import Testing

@Suite("JSONSchema comparison")
struct JSONSchemaCompareTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let old: String
        let new: String
        let expected: String
        let dialect: Dialect

        init(
            _ name: String, _ old: String, _ new: String, _ expected: String = "safe",
            _ dialect: Dialect = .draft2020
        ) {
            testDescription = name
            self.old = old
            self.new = new
            self.expected = expected
            self.dialect = dialect
        }
    }

    @Test("answers", arguments: scalars + arrays + objects + logic + references + others)
    func answers(row: Row) throws {
        let comparison = try comparison(row.old, row.new, row.dialect)
        #expect(line(comparison) == row.expected)
        for item in comparison.breaking {
            let example = try json(item.example)
            #expect(try compiled(row.old, row.dialect).isValid(example))
            #expect(!(try compiled(row.new, row.dialect).isValid(example)))
        }
    }

    static let scalars = [
        Row("integers are numbers", #"{"type": "integer"}"#, #"{"type": "number"}"#),
        Row(
            "numbers are no integers", #"{"type": "number"}"#, #"{"type": "integer"}"#,
            "breaking, type at /type"),
        Row(
            "multiples are integers", #"{"type": "number", "multipleOf": 4}"#,
            #"{"type": "integer", "multipleOf": 2}"#),
        Row("everything", "true", "{}"),
        Row("nothing", "false", #"{"type": "null"}"#),
        Row(
            "bounds", #"{"minimum": 2, "maximum": 3}"#, #"{"exclusiveMinimum": 1, "maximum": 3.0}"#),
        Row(
            "an exclusive bound", #"{"minimum": 2}"#, #"{"exclusiveMinimum": 2}"#,
            "breaking, exclusiveMinimum at /exclusiveMinimum"),
        Row(
            "bounds of draft 4", #"{"minimum": 2, "exclusiveMinimum": true}"#,
            #"{"minimum": 2}"#, "safe", .draft4),
        Row("a divisor", #"{"multipleOf": 0.3}"#, #"{"multipleOf": 0.1}"#),
        Row(
            "another divisor", #"{"multipleOf": 0.1}"#, #"{"multipleOf": 0.3}"#,
            "breaking, multipleOf at /multipleOf"),
        Row(
            "few integers", #"{"type": "integer", "minimum": 1, "maximum": 3}"#,
            #"{"enum": [1, 2.0, 3, 4]}"#),
        Row("lengths", #"{"minLength": 2, "maxLength": 3}"#, #"{"minLength": 1, "maxLength": 4}"#),
        Row(
            "a shorter length", #"{"maxLength": 30}"#, #"{"maxLength": 29}"#,
            "breaking, maxLength at /maxLength"),
        Row("the same pattern", #"{"pattern": "^a+$"}"#, #"{"pattern": "^a+$"}"#),
        Row(
            "a narrower pattern", #"{"pattern": "^[a-z]{2,9}$"}"#, #"{"pattern": "^[a-m]{2,9}$"}"#,
            "breaking, pattern at /pattern"),
        Row(
            "a wider pattern", #"{"pattern": "^[a-m]+$"}"#, #"{"pattern": "^[a-z]+$"}"#,
            "unknown, ? pattern at /pattern"),
        Row("an enum", #"{"enum": ["a", "b"]}"#, #"{"enum": ["b", "c", "a"]}"#),
        Row(
            "an enum with less", #"{"enum": ["a", "b"]}"#, #"{"enum": ["b", "c"]}"#,
            "breaking, enum at /enum"),
        Row(
            "an enum under rules", #"{"enum": ["aa", "b", 1], "minLength": 2}"#,
            #"{"pattern": "^a|^b.", "minimum": 0}"#),
        Row("a const", #"{"const": {"a": [1]}}"#, #"{"properties": {"a": {"maxItems": 1}}}"#),
        Row("annotations", #"{"title": "a", "default": 1}"#, #"{"description": "b"}"#),
        Row("booleans", #"{"type": "boolean"}"#, #"{"enum": [false, true, null]}"#),
    ]

    static let arrays = [
        Row("items", #"{"items": {"type": "integer"}}"#, #"{"items": {"type": "number"}}"#),
        Row(
            "narrower items", #"{"items": {"type": "number"}}"#, #"{"items": {"type": "integer"}}"#,
            "breaking, type at /items/type"),
        Row(
            "a prefix", #"{"prefixItems": [{"const": 1}], "items": {"const": 2}}"#,
            #"{"items": {"enum": [1, 2]}}"#),
        Row("a prefix that ends", #"{"prefixItems": [true, false, true]}"#, #"{"maxItems": 1}"#),
        Row(
            "items as in draft 7", #"{"items": [{"const": 1}], "additionalItems": false}"#,
            #"{"items": {"type": "integer"}, "maxItems": 1}"#, "safe", .draft7),
        Row(
            "counts", #"{"minItems": 1, "maxItems": 2}"#, #"{"minItems": 2}"#,
            "breaking, minItems at /minItems"),
        Row("unique", #"{"maxItems": 1}"#, #"{"uniqueItems": true}"#),
        Row("not unique", "{}", #"{"uniqueItems": true}"#, "breaking, uniqueItems at /uniqueItems"),
        Row(
            "contains", #"{"contains": {"const": 3}, "minContains": 2}"#,
            #"{"contains": {"type": "integer"}}"#),
        Row(
            "contains what all are", #"{"items": {"const": 3}, "minItems": 2}"#,
            #"{"contains": {"type": "integer"}, "minContains": 2}"#),
        Row(
            "contains more", #"{"contains": {"type": "integer"}}"#, #"{"contains": {"const": 3}}"#,
            "breaking, contains at /contains"),
        Row(
            "contains at most", #"{"contains": {"minimum": 1}, "maxContains": 2}"#,
            #"{"contains": {"minimum": 2}, "minContains": 0, "maxContains": 3}"#),
    ]

    static let objects = [
        Row(
            "an optional property", #"{"properties": {"a": {}}, "additionalProperties": false}"#,
            #"{"properties": {"a": {}, "b": {}}, "additionalProperties": false}"#),
        Row(
            "a new property of an open object", #"{"type": "object"}"#,
            #"{"properties": {"a": {"type": "string"}}}"#, "breaking, type at /properties/a/type"),
        Row(
            "closing", #"{"properties": {"a": {}}}"#,
            #"{"properties": {"a": {}}, "additionalProperties": false}"#,
            "breaking, additionalProperties at /additionalProperties"),
        Row(
            "required", #"{"properties": {"a": {}}}"#, #"{"required": ["a"]}"#,
            "breaking, required at /required"),
        Row("required before", #"{"required": ["a", "b"]}"#, #"{"required": ["b"]}"#),
        Row(
            "required and impossible",
            #"{"type": "object", "required": ["a"], "properties": {"a": false}}"#, "false"),
        Row(
            "deep",
            #"{"required": ["a"], "properties": {"a": {"required": ["b"],"#
                + #" "properties": {"b": {"items": {"maximum": 9}, "minItems": 1}}}}}"#,
            #"{"properties": {"a": {"properties": {"b": {"items": {"maximum": 8}}}}}}"#,
            "breaking, maximum at /properties/a/properties/b/items/maximum"),
        Row(
            "patterns",
            #"{"patternProperties": {"^x": {"const": 1}}, "additionalProperties": false}"#,
            #"{"patternProperties": {"^x": {"type": "integer"}}, "properties": {"b": true},"#
                + #" "additionalProperties": false}"#),
        Row(
            "a new pattern", #"{"additionalProperties": {"type": "integer"}}"#,
            #"{"patternProperties": {"^x": {"type": "string"}}}"#,
            "breaking, type at /patternProperties/^x/type"),
        Row(
            "a property that matches a pattern", #"{"patternProperties": {"^x": {"const": 1}}}"#,
            #"{"properties": {"x1": {"type": "integer"}}}"#),
        Row(
            "dependencies", #"{"dependentRequired": {"a": ["b"], "b": ["c"]}}"#,
            #"{"dependentRequired": {"a": ["c"]}}"#),
        Row(
            "a new dependency", "{}", #"{"dependentRequired": {"a": ["c"]}}"#,
            "breaking, dependentRequired at /dependentRequired"),
        Row(
            "dependent schemas", #"{"dependentSchemas": {"a": {"minProperties": 3}}}"#,
            #"{"dependentSchemas": {"a": {"minProperties": 2}}}"#),
        Row(
            "counts", #"{"properties": {"a": {}}, "additionalProperties": false}"#,
            #"{"maxProperties": 1}"#),
        Row(
            "names", #"{"propertyNames": {"enum": ["a", "bb"]}}"#,
            #"{"propertyNames": {"maxLength": 2}}"#),
        Row(
            "names that are declared", #"{"properties": {"a": {}}, "additionalProperties": false}"#,
            #"{"propertyNames": {"maxLength": 1}}"#),
        Row(
            "new names", "{}", #"{"propertyNames": {"maxLength": 2}}"#,
            "breaking, maxLength at /propertyNames/maxLength"),
    ]

    static let logic = [
        Row(
            "alternatives", #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#,
            #"{"type": ["null", "string", "array"]}"#),
        Row(
            "types as alternatives", #"{"type": ["string", "null"]}"#,
            #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#),
        Row(
            "fewer alternatives", #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#,
            #"{"anyOf": [{"type": "string"}, {"type": "boolean"}]}"#, "breaking, anyOf at /anyOf"),
        Row(
            "one of disjoint", #"{"type": "string"}"#,
            #"{"oneOf": [{"type": "string"}, {"type": "null"}]}"#),
        Row(
            "one of two that overlap", #"{"type": "integer"}"#,
            #"{"oneOf": [{"type": "integer"}, {"minimum": 3}]}"#, "breaking, oneOf at /oneOf"),
        Row(
            "one of kinds that a property tells",
            #"{"oneOf": [{"properties": {"k": {"const": "a"}}, "required": ["k"], "type": "object"},"#
                + #" {"properties": {"k": {"const": "b"}}, "required": ["k"], "type": "object"}]}"#,
            #"{"oneOf": [{"properties": {"k": {"const": "a"}}, "required": ["k"]},"#
                + #" {"properties": {"k": {"const": "c"}}, "required": ["k"]},"#
                + #" {"properties": {"k": {"const": "b"}}, "required": ["k"]}], "type": "object"}"#),
        Row(
            "all of", #"{"minimum": 1, "maximum": 2}"#,
            #"{"allOf": [{"minimum": 1}, {"allOf": [{"maximum": 2}]}]}"#),
        Row("not", #"{"type": "string"}"#, #"{"not": {"type": "null"}}"#),
        Row("not less", #"{"not": {"minimum": 1}}"#, #"{"not": {"minimum": 2}}"#),
        Row(
            "not more", #"{"not": {"minimum": 2}}"#, #"{"not": {"minimum": 1}}"#,
            "breaking, not at /not"),
        Row(
            "the same condition",
            #"{"if": {"minimum": 5}, "then": {"maximum": 7}, "else": {"const": 1}}"#,
            #"{"if": {"minimum": 5}, "then": {"maximum": 8}}"#),
        Row(
            "a condition", #"{"if": {"type": "string"}, "then": {"minLength": 3}}"#,
            #"{"if": {"type": "string"}, "then": {"minLength": 4}}"#,
            "breaking, minLength at /then/minLength"),
        Row(
            "a condition that is void", #"{"type": "string", "minLength": 3}"#,
            #"{"if": {"type": "string"}, "then": {"minLength": 2}, "else": false}"#),
    ]

    static let references = [
        Row(
            "recursion", ##"{"items": {"$ref": "#"}, "maximum": 1}"##,
            ##"{"$ref": "#/$defs/a", "$defs": {"a": {"items": {"$ref": "#/$defs/a"}, "maximum": 2}}}"##
        ),
        Row(
            "recursion that narrows", ##"{"items": {"$ref": "#"}}"##,
            ##"{"items": {"$ref": "#/$defs/a"}, "$defs": {"a": {"items": {"$ref": "#"}, "maximum": 2}}}"##,
            "breaking, maximum at /$defs/a/maximum"),
        Row(
            "the same under another name",
            ##"{"$ref": "#/$defs/a", "$defs": {"a": {"not": {"pattern": "a"}}}}"##,
            ##"{"$ref": "#/$defs/b", "$defs": {"b": {"not": {"pattern": "a"}}}}"##),
        Row(
            "siblings of a reference in draft 7",
            ##"{"$ref": "#/definitions/a", "definitions": {"a": {"minimum": 3}}}"##,
            ##"{"$ref": "#/definitions/a", "maximum": 1, "definitions": {"a": {"minimum": 3}}}"##,
            "safe",
            .draft7),
        Row(
            "dynamic", ##"{"$dynamicAnchor": "n", "items": {"$dynamicRef": "#n"}, "maximum": 1}"##,
            ##"{"$dynamicAnchor": "n", "items": {"$dynamicRef": "#n"}, "maximum": 2}"##,
            "unknown, ? $dynamicRef at /items/$dynamicRef"),
    ]

    static let others = [
        Row(
            "unevaluated as before",
            #"{"allOf": [{"properties": {"a": {}}}], "unevaluatedProperties": false}"#,
            #"{"allOf": [{"properties": {"a": {}}}], "unevaluatedProperties": false, "title": "x"}"#
        ),
        Row(
            "unevaluated now", #"{"properties": {"a": {}}}"#,
            #"{"properties": {"a": {}}, "unevaluatedProperties": false}"#,
            "breaking, unevaluatedProperties at /unevaluatedProperties"),
        Row(
            "another dialect",
            #"{"$schema": "http://json-schema.org/draft-04/schema#", "minimum": 1, "exclusiveMinimum": true}"#,
            #"{"exclusiveMinimum": 1}"#),
        Row(
            "integers of draft 4", #"{"type": "integer"}"#,
            #"{"$schema": "http://json-schema.org/draft-04/schema#", "type": "integer"}"#,
            "breaking, type at /type"),
        Row(
            "a form", #"[{"key": "a", "type": "select", "options": ["x"], "required": true}]"#,
            #"{"properties": {"a": {"type": "string"}}, "required": ["a"]}"#),
    ]

    @Test("a form that asks for more")
    func form() throws {
        let answer = try comparison(
            #"[{"key": "a", "type": "string"}]"#,
            #"[{"key": "a", "type": "select", "options": ["x"]}]"#)
        #expect(answer.verdict == .breaking)
        #expect(answer.breaking.first?.schema.span.range.start == 43)
    }

    @Test("what a form asks for as a whole has one span, and is reported in the form's order")
    func formAsAWhole() throws {
        for _ in 1...8 {
            let answer = try comparison("{}", #"[{"key": "a", "type": "text", "required": true}]"#)
            #expect(
                answer.breaking.prefix(3).map(\.keyword) == [
                    "type", "additionalProperties", "required",
                ])
        }
    }

    @Test("formats that are checked are compared")
    func formats() throws {
        let (old, new) = ("{}", #"{"format": "date"}"#)
        #expect(try comparison(old, new).verdict == .safe)
        #expect(try comparison(old, new, assertsFormats: true).verdict != .safe)
        #expect(try comparison(new, new, assertsFormats: true).verdict == .safe)
    }
}
