import Documents
import JSONSchema
import SchemaLint
import SchemaReading
import SourceText
import Testing

/// What is questionable in schemas: `↓` comes before each token that a finding must point at.
@Suite("JSONSchema lint")
struct JSONSchemaLintTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let offsets: [Int]
        let findings: [String]
        let dialect: Dialect

        init(
            _ name: String, _ marked: String, _ findings: String..., dialect: Dialect = .draft2020
        ) {
            testDescription = name
            let pieces = marked.split(separator: "↓", omittingEmptySubsequences: false)
            text = pieces.joined()
            var offset = 0
            offsets = pieces.dropLast().map {
                offset += $0.utf8.count
                return offset
            }
            self.findings = findings
            self.dialect = dialect
        }
    }

    @Test("findings", arguments: keywords + objects + ranges + values + credentials)
    func findings(row: Row) throws {
        let findings = SchemaLint.findings(
            in: try json(row.text), baseURI: "test:schema", dialect: row.dialect)
        #expect(findings.map(\.span.range.start) == row.offsets)
        #expect(
            findings.map { $0.code.name + ": " + $0.message + ($0.hint.map { " [\($0)]" } ?? "") }
                == row.findings.map { "json-schema-" + $0 })
        #expect(findings.allSatisfy { $0.severity == .warning })
    }

    static let keywords = [
        Row(
            "unknown keyword", #"{↓"minLenght": 1, "x-note": 1, "title": "t"}"#,
            #"keyword-unknown: "minLenght" is not a keyword of JSON Schema, and is ignored "#
                + #"[did you mean "minLength"?]"#),
        Row(
            "unknown keyword further down", #"{"properties": {"nullable": {↓"nullable": true}}}"#,
            #"keyword-unknown: "nullable" is not a keyword of JSON Schema, and is ignored"#),
        Row("names in enum and const", #"{"const": {"minLenght": 1}, "enum": [{"a": 1}]}"#),
        Row(
            "older draft", #"{↓"additionalItems": false, ↓"id": "x"}"#,
            #"keyword-other-draft: "additionalItems" belongs to draft 4, 6, 7 and 2019-09; "#
                + #"this schema is draft 2020-12, which ignores it "#
                + #"[draft 2020-12 has "items" for it]"#,
            #"keyword-other-draft: "id" belongs to draft 4; "#
                + #"this schema is draft 2020-12, which ignores it "#
                + #"[draft 2020-12 has "$id" for it]"#),
        Row(
            "newer draft", #"{↓"const": 1, "writeOnly": true}"#,
            #"keyword-other-draft: "const" belongs to draft 6, 7, 2019-09 and 2020-12; "#
                + #"this schema is draft 4, which ignores it [draft 4 has "enum" for it]"#,
            dialect: .draft4),
        Row(
            "an embedded schema of another draft",
            #"""
            {"$defs": {"a": {"$id": "a", "$schema": "http://json-schema.org/draft-07/schema#",
             ↓"prefixItems": []}}, "prefixItems": [true]}
            """#,
            #"keyword-other-draft: "prefixItems" belongs to draft 2020-12; "#
                + #"this schema is draft 7, which ignores it [draft 7 has "items" for it]"#),
        Row(
            "inapplicable", #"{"type": ["integer", "null"], ↓"minLength": 1, "minimum": 1}"#,
            #"keyword-inapplicable: "minLength" applies to strings only, "#
                + "but the type here is an integer or null"),
        Row("applicable to one of the types", #"{"type": ["array", "string"], "minLength": 1}"#),
    ]

    static let objects = [
        Row(
            "required in a closed object",
            #"{"properties": {"name": {}}, "required": [↓"nmae"], "additionalProperties": false}"#,
            #"required-undeclared: "nmae" is required, but "additionalProperties" refuses it "#
                + #"[did you mean "name"?]"#),
        Row(
            "required in a plain object",
            #"{"properties": {"a": {}}, "required": ["a", ↓"other"]}"#,
            #"required-undeclared: "other" is required, but not declared in "properties""#),
        Row("required alone", #"{"required": ["a"]}"#),
        Row(
            "required by a branch",
            #"{"properties": {"a": {}}, "anyOf": [{"properties": {"a": {}}, "required": ["b"]}]}"#),
        Row(
            "declared by a pattern",
            #"""
            {"properties": {"a": {}}, "required": ["x-b"], "patternProperties": {"^x-": {}},
             "additionalProperties": false}
            """#),
    ]

    static let ranges = [
        Row(
            "minimum", #"{"minimum": 2, "maximum": ↓1.5}"#,
            #"range-impossible: no number can meet both "minimum" and "maximum""#),
        Row(
            "exclusive", #"{"exclusiveMinimum": 1, "maximum": ↓1}"#,
            #"range-impossible: no number can meet both "exclusiveMinimum" and "maximum""#),
        Row("one number is left", #"{"minimum": 1, "maximum": 1.0, "minLength": 2}"#),
        Row(
            "exclusive as a flag", #"{"minimum": 1, "maximum": ↓1, "exclusiveMaximum": true}"#,
            #"range-impossible: no number can meet both "minimum" and "maximum""#,
            dialect: .draft4),
        Row(
            "counts",
            #"""
            {"minLength": 2, "maxLength": ↓1, "minItems": 2, "maxItems": ↓1, "minProperties": 1,
             "maxProperties": ↓0, "contains": true, "minContains": 1, "maxContains": ↓0}
            """#,
            #"range-impossible: no string can meet both "minLength" and "maxLength""#,
            #"range-impossible: no array can meet both "minItems" and "maxItems""#,
            #"range-impossible: no object can meet both "minProperties" and "maxProperties""#,
            #"range-impossible: no array can meet both "minContains" and "maxContains""#),
        Row(
            "empty enum", #"{"enum": ↓[]}"#,
            #"range-impossible: "enum" is empty: no value is valid"#),
        Row(
            "required and maxProperties", #"{"required": ["a", "b"], "maxProperties": ↓1}"#,
            #"range-impossible: "required" names 2 keys, more than "maxProperties" allows"#),
    ]

    static let values = [
        Row(
            "default", #"{"type": "integer", "default": ↓"1"}"#,
            #"default-invalid: the default is not valid: it must be an integer, "#
                + #"not the string "1" [write it without quotes: 1]"#),
        Row(
            "examples",
            ##"{"$ref": "#/$defs/n", "examples": [1, ↓-1], "$defs": {"n": {"minimum": 0}}}"##,
            "default-invalid: the example is not valid: it must be at least 0, not -1"),
        Row(
            "a part of a default", #"{"items": {"type": "null"}, "default": [null, ↓1]}"#,
            "default-invalid: the default is not valid: a part of it must be null, "
                + "not the number 1"),
        Row("a schema with errors", ##"{"$ref": "#/x", "type": "null", "default": 1}"##),
    ]

    static let credentials = [
        Row(
            "credentials",
            #"""
            {"properties": {↓"clientSecret": {"type": "string"}, ↓"API_KEY": {},
             ↓"auth-token": true, "tokenUrl": {}, "maxTokens": {}, "key": {},
             "password": {"type": "string", "writeOnly": true}, "pwd": {"format": "password"},
             "token": {"type": "integer"}, "secret": {"enum": ["yes", "no"]}}}
            """#,
            #"credential-not-secret: "clientSecret" looks like a credential, "#
                + #"but is not marked as secret [add "writeOnly": true]"#,
            #"credential-not-secret: "API_KEY" looks like a credential, "#
                + #"but is not marked as secret [add "writeOnly": true]"#,
            #"credential-not-secret: "auth-token" looks like a credential, "#
                + #"but is not marked as secret [add "writeOnly": true]"#),
        Row(
            "a credential within a secret",
            #"{"properties": {"a": {"writeOnly": true, "properties": {"token": {}}}}}"#),
        Row(
            "a reference to a secret",
            ##"""
            {"properties": {"token": {"$ref": "#/definitions/s"}},
             "definitions": {"s": {"type": "string", "writeOnly": true}}}
            """##, dialect: .draft7),
        Row(
            "a field of a form",
            #"[{"key": ↓"apiKey", "type": "string"}, {"key": "secret", "type": "password"}]"#,
            #"credential-not-secret: "apiKey" looks like a credential, "#
                + #"but is not marked as secret [give the field the type "password"]"#),
    ]

    @Test("what is no schema has no findings", arguments: ["null", "3", "true", "{}", "[]", "[1]"])
    func nothing(text: String) throws {
        #expect(SchemaLint.findings(in: try json(text)).isEmpty)
    }

    @Test("meta-schemas have no findings but for what they are", arguments: Dialect.allCases)
    func metaSchemas(dialect: Dialect) throws {
        let text = "{\"$ref\": \"\(dialect.metaSchemaURI)\", \"default\": {\"type\": \"null\"}}"
        #expect(SchemaLint.findings(in: try json(text), dialect: dialect).isEmpty)
    }

    @Test("codes have unique names, a reason and a remedy")
    func codes() {
        #expect(Set(SchemaLintCodes.all.map(\.name)).count == SchemaLintCodes.all.count)
        #expect(SchemaLintCodes.all.allSatisfy { !$0.reason.isEmpty && !$0.remedy.isEmpty })
    }
}
