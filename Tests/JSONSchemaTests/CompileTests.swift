import Documents
import JSONSchema
import SchemaReading
import SourceText
import Testing

/// What is said of schemas that cannot be used, and where.
@Suite("JSONSchema findings about schemas")
struct JSONSchemaCompileTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let schema: String
        let expected: [String]

        init(_ name: String, _ schema: String, _ expected: String...) {
            testDescription = name
            self.schema = schema
            self.expected = expected
        }
    }

    @Test("findings", arguments: rows)
    func findings(row: Row) throws {
        let result = SchemaCompiler().compile(try json(row.schema), baseURI: "test:schema")
        #expect(result.diagnostics.map(line) == row.expected)
        let isUsable = result.diagnostics.allSatisfy { $0.severity != .error }
        #expect((result.schema != nil) == isUsable)
    }

    static let rows = [
        Row(
            "no schema", "[]",
            "json-schema-invalid  <[]>: a schema is an object or a boolean, not an array"),
        Row(
            "type", #"{"type": "strin"}"#,
            #"json-schema-invalid /type <"strin">: "type" must be one of "array", "boolean", "#
                + #""integer", "null", "number", "object" or "string", not "strin" "#
                + #"[did you mean "string"?]"#),
        Row(
            "two at once", #"{"minLength": -1, "properties": {"a": {"required": true}}}"#,
            #"json-schema-invalid /minLength <-1>: "minLength" must be at least 0, not -1"#,
            #"json-schema-invalid /properties/a/required <true>: "#
                + #""required" must be an array, not true"#),
        Row(
            "unresolved pointer", ##"{"$ref": "#/$defs/colour", "$defs": {"color": {}}}"##,
            ##"json-schema-ref-unresolved /$ref <"#/$defs/colour">: "$ref" cannot be resolved: "##
                + ##"there is no "colour" in "/$defs" [did you mean "color"?]"##),
        Row(
            "unresolved anchor", ##"{"$ref": "#colour", "$defs": {"a": {"$anchor": "color"}}}"##,
            ##"json-schema-ref-unresolved /$ref <"#colour">: "$ref" cannot be resolved: "##
                + ##"there is no anchor "colour" [did you mean "color"?]"##),
        Row(
            "unresolved document", #"{"$ref": "https://example.com/a.json"}"#,
            #"json-schema-ref-unresolved /$ref <"https://example.com/a.json">: "#
                + #""$ref" cannot be resolved: there is no schema "https://example.com/a.json""#),
        Row(
            "reference to no schema", ##"{"$ref": "#/required", "required": ["a"]}"##,
            ##"json-schema-ref-unresolved /$ref <"#/required">: "$ref" cannot be resolved: "##
                + "it leads to an array"),
        Row(
            "unresolved where nothing leads", ##"{"$defs": {"a": {"$ref": "#/b"}}}"##,
            ##"json-schema-ref-unresolved /$defs/a/$ref <"#/b">: "$ref" cannot be resolved: "##
                + #"there is no "b" in the top level of the document"#),
        Row(
            "unknown dialect", #"{"$schema": "http://json-schema.org/draft-7/schema#"}"#,
            #"json-schema-ref-unresolved /$schema <"http://json-schema.org/draft-7/schema#">: "#
                + ##""$schema" cannot be resolved: no meta-schema "##
                + ##""http://json-schema.org/draft-7/schema#" "##
                + #"[did you mean "http://json-schema.org/draft-07/schema"?]"#),
        Row(
            "cycle", ##"{"$ref": "#"}"##,
            ##"json-schema-ref-cycle /$ref <"#">: "##
                + "the reference leads back to itself without going down into the value"),
        Row(
            "long cycle",
            ##"{"anyOf": [{"$ref": "#/$defs/a"}], "$defs": {"a": {"not": {"$ref": "#"}}}}"##,
            ##"json-schema-ref-cycle /$defs/a/not/$ref <"#">: "##
                + "the reference leads back to itself without going down into the value"),
        Row(
            "cycle that nothing leads to", ##"{"$defs": {"a": {"$ref": "#/$defs/a"}}}"##,
            ##"json-schema-ref-cycle-unused /$defs/a/$ref <"#/$defs/a">: the reference leads back "##
                + "to itself without going down into the value; what it describes is never valid"),
        Row(
            "cycle that some values lead to",
            ##"{"properties": {"a": {"allOf": [{"$ref": "#/properties/a"}]}}}"##,
            ##"json-schema-ref-cycle-unused /properties/a/allOf/0/$ref <"#/properties/a">: "##
                + "the reference leads back to itself without going down into the value; "
                + "what it describes is never valid"),
        Row(
            "a base that $id moves",
            #"{"$id": "https://example.com/s/main.json", "$ref": "a.json"}"#,
            #"json-schema-ref-unresolved /$ref <"a.json">: "$ref" cannot be resolved: "#
                + #"there is no schema "https://example.com/s/a.json" ["$id" makes the reference "#
                + #"relative to "https://example.com/s/main.json": write the URI as the "$id" of "#
                + #"the schema that is meant, or remove "$id" here]"#),
        Row("recursion", ##"{"items": {"$ref": "#"}}"##),
        Row(
            "duplicate $id", #"{"$defs": {"a": {"$id": "x"}, "b": {"$id": "x"}}}"#,
            #"json-schema-invalid /$defs/b/$id <"x">: "#
                + #"the identifier "test:x" belongs to another schema already"#),
        Row(
            "duplicate anchor", #"{"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": "x"}}}"#,
            #"json-schema-invalid /$defs/b/$anchor <"x">: "#
                + #"the anchor "x" belongs to another schema already"#),
    ]

    @Test("a pattern is wrong at the byte where it is")
    func pattern() throws {
        let schema = try json(#"{"patternProperties": {"ab(": true}, "pattern": "\\u0028"}"#)
        let result = SchemaCompiler().compile(schema, baseURI: "test:schema")
        let spans = result.diagnostics.map(\.span.range)
        #expect(result.diagnostics.map(\.code) == [.schemaPatternInvalid])
        #expect(spans == [SourceRange(start: 26, end: 27)])
        #expect(result.diagnostics.first?.pointer == "/patternProperties/ab(")
        #expect(result.schema == nil)
    }

    @Test("only a value that leads to a cycle is refused")
    func cycles() throws {
        let text =
            ##"{"properties": {"a": {"$ref": "#/$defs/a"}}, "$defs": {"a": {"$ref": "#/$defs/a"}}}"##
        let schema = try #require(SchemaCompiler().compile(json(text), baseURI: "test:s").schema)
        #expect(schema.isValid(try json("{}")))
        let failures = schema.failures(of: try json(#"{"a": 1}"#))
        #expect(
            failures.map(\.message) == [
                "cannot be validated: the schema refers back to itself without going down into the value"
            ])
    }

    @Test("a finding in another document points into that document")
    func otherDocument() throws {
        let other = try json(#"{"type": 1}"#, path: "other.json")
        let compiler = SchemaCompiler { $0 == "https://x.test/other" ? other : nil }
        let result = compiler.compile(
            try json(#"{"$ref": "other"}"#), baseURI: "https://x.test/root")
        #expect(result.diagnostics.map(\.span.source.path) == ["other.json"])
    }

    @Test("references to other documents and embedded resources")
    func loading() throws {
        let other = try json(
            ##"{"$id": "https://y.test/o", "$defs": {"n": {"type": "number"}}, "$ref": "#/$defs/n"}"##
        )
        let compiler = SchemaCompiler { $0 == "https://x.test/dir/o" ? other : nil }
        let text = #"{"items": {"$ref": "dir/o"}, "prefixItems": [{"$ref": "https://y.test/o"}]}"#
        let result = compiler.compile(try json(text), baseURI: "https://x.test/root")
        #expect(result.diagnostics.map(line) == [])
        let schema = try #require(result.schema)
        #expect(schema.isValid(try json("[1, 2]")))
        #expect(!schema.isValid(try json(#"[1, "2"]"#)))
        #expect(!schema.isValid(try json(#"["1", 2]"#)))
    }

    @Test("codes have unique names, a reason and a remedy")
    func codes() {
        #expect(Set(SchemaCodes.all.map(\.name)).count == SchemaCodes.all.count)
        #expect(SchemaCodes.all.allSatisfy { !$0.reason.isEmpty && !$0.remedy.isEmpty })
    }
}
