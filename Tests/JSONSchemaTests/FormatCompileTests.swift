import Documents
import JSONSchema
import SchemaReading
import SourceText
import Testing

/// When `format` is checked, and what is said then.
@Suite("JSONSchema format assertion")
struct JSONSchemaFormatAssertionTests {
    private func compile(
        _ text: String, assertsFormats: Bool = true,
        load: @escaping (String) -> Node? = { _ in nil }
    ) throws -> (schema: Schema?, diagnostics: [Diagnostic]) {
        SchemaCompiler(assertsFormats: assertsFormats, load: load)
            .compile(try json(text), baseURI: "test:schema")
    }

    @Test("a format is noted, or checked where that is asked for", arguments: [false, true])
    func assertion(assertsFormats: Bool) throws {
        let result = try compile(#"{"format": "date"}"#, assertsFormats: assertsFormats)
        let schema = try #require(result.schema)
        #expect(schema.isValid(try json(#""2026-02-29""#)) != assertsFormats)
        #expect(schema.isValid(try json(#""2024-02-29""#)))
        #expect(schema.isValid(try json("15")))
    }

    @Test("a format beside $ref is checked", arguments: [#""a""#, #""a@b""#])
    func besideReference(instance: String) throws {
        let text = ##"{"items": {"$ref": "#/$defs/a", "format": "email"}, "$defs": {"a": {}}}"##
        let schema = try #require(try compile(text).schema)
        #expect(schema.isValid(try json("[\(instance)]")) == instance.contains("@"))
    }

    @Test("failures say what is wanted")
    func failures() throws {
        let schema = try #require(try compile(#"{"format": "date-time"}"#).schema)
        #expect(
            schema.failures(of: try json(#""2026-02-28T12:00:00""#)).map(line) == [
                "format at / by /format: must be a date and time with its offset from UTC, such as "
                    + #""2026-02-28T12:30:00Z", not "2026-02-28T12:00:00" "#
                    + #"[did you mean "2026-02-28T12:00:00Z"?]"#
            ])
    }

    @Test("the value of a secret is not shown")
    func secrets() throws {
        let schema = try #require(try compile(#"{"format": "uuid", "writeOnly": true}"#).schema)
        let failures = schema.failures(of: try json(#""{2eb8aa08-secret}""#))
        #expect(failures.map { line($0).contains("secret") } == [false])
    }

    @Test("unknown formats are named")
    func unknown() throws {
        let result = try compile(
            #"{"properties": {"a": {"format": "datetime"}, "b": {"format": "password"}}}"#)
        #expect(
            result.diagnostics.map(line) == [
                #"json-schema-format-not-checked /properties/a/format <"datetime">: "#
                    + #"the format "datetime" is unknown, and not checked "#
                    + #"[did you mean "date-time"?]"#
            ])
        #expect(try #require(result.schema).isValid(try json(#"{"a": "x"}"#)))
    }

    @Test(
        "a meta-schema asks for checks",
        arguments: [
            ("2020-12", "format-assertion", true),
            ("2020-12", "format-annotation", false), ("2019-09", "format", true),
        ])
    func vocabulary(draft: String, vocabulary: String, isChecked: Bool) throws {
        let base = "https://json-schema.org/draft/\(draft)"
        let metaSchema = try json(
            """
            {"$schema": "\(base)/schema", "$id": "test:meta", "$vocabulary": {
              "\(base)/vocab/core": true, "\(base)/vocab/\(vocabulary)": true}}
            """)
        let text = #"{"$schema": "test:meta", "format": "ipv4"}"#
        let result = try compile(text, assertsFormats: false) {
            $0 == "test:meta" ? metaSchema : nil
        }
        let schema = try #require(result.schema)
        #expect(schema.isValid(try json(#""x""#)) != isChecked)
        let unknown = try compile(
            #"{"$schema": "test:meta", "format": "x"}"#, assertsFormats: false
        ) {
            $0 == "test:meta" ? metaSchema : nil
        }
        #expect((unknown.schema == nil) == isChecked)
    }
}
