import TestSupport
import Testing

@Suite("schema validate with formats")
struct SchemaFormatTests {
    private func validate(
        _ schema: String, _ options: [String], lines: String
    ) throws -> Program.Outcome {
        let folder = try TemporaryFolder()
        let path = try folder.write("schema.json", schema)
        let arguments = ["schema", "validate", "--schema", path] + options
        return try Program.run(arguments + ["--lines", "-"], input: Array(lines.utf8))
    }

    @Test("formats are checked where that is asked for")
    func formats() throws {
        let schema = #"{"format": "ipv4"}"#
        let lines = "\"192.0.2.1\"\n\"192.0.2\"\n1\n"
        let noted = try validate(schema, [], lines: lines)
        #expect(noted.text == "valid\nvalid\nvalid\n")
        #expect(noted.exitCode == 0)
        let checked = try validate(schema, ["--assert-formats"], lines: lines)
        #expect(checked.text == "valid\ninvalid\nvalid\n")
        #expect(checked.exitCode == 1)
    }

    @Test("an unknown format is a warning")
    func unknownFormat() throws {
        let outcome = try validate(#"{"format": "ip4"}"#, ["--assert-formats"], lines: "\"x\"\n")
        #expect(outcome.text == "valid\n")
        #expect(outcome.errorText.contains("json-schema-format-not-checked"))
        #expect(outcome.errorText.contains("did you mean \"ipv4\"?"))
        #expect(outcome.exitCode == 0)
    }

    @Test("an output format gives a line for each instance")
    func outputFormat() throws {
        let schema = #"{"$id": "https://example.com/s", "type": "null"}"#
        let outcome = try validate(schema, ["--output-format", "basic"], lines: "null\n1\n{\n")
        let root = #""absoluteKeywordLocation":"https://example.com/s#","instanceLocation":"""#
        let place = root.replacing("#", with: "#/type")
        let expected = [
            #"{"valid":true}"#,
            #"{"valid":false,"errors":[{"keywordLocation":"",\#(root),"#
                + #""error":"a schema refuses the value"},{"keywordLocation":"/type",\#(place),"#
                + #""error":"must be null, not the number 1"}]}"#,
            #"{"valid":false,"errors":[{"keywordLocation":"","instanceLocation":"","#
                + #""error":"the text ends where a key or `}` must follow"}]}"#,
        ]
        #expect(outcome.text == expected.map { $0 + "\n" }.joined())
        #expect(outcome.exitCode == 1)
    }
}
