import TestSupport
import Testing

@Suite("schema compare")
struct SchemaCompareTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let old: String
        let new: String
        let output: String
        let exitCode: Int32
    }

    static let rows = [
        Row(
            testDescription: "safe", old: #"{"type": "integer"}"#, new: #"{"type": "number"}"#,
            output: "safe: what is valid under the old schema is valid under the new one\n",
            exitCode: 0),
        Row(
            testDescription: "breaking", old: "{}", new: #"{"required": ["a"]}"#,
            output: """
                breaking: the new schema refuses values that are valid under the old one

                new.json:1:14: "required": breaking
                  = the required key "a" is missing
                  = example: {}

                """, exitCode: 1),
        Row(
            testDescription: "unknown", old: #"{"pattern": "^aa$"}"#, new: #"{"pattern": "^a"}"#,
            output: """
                unknown: it cannot be told whether the new schema refuses values that are valid \
                under the old one

                new.json:1:13: "pattern": unknown
                  = patterns are compared only by their text

                """, exitCode: 1),
    ]

    @Test("text", arguments: rows)
    func text(row: Row) throws {
        let folder = try TemporaryFolder()
        try folder.write("old.json", row.old)
        try folder.write("new.json", row.new)
        let outcome = try Program.run(
            ["schema", "compare", "old.json", "new.json"], in: folder.url)
        #expect(outcome.text == row.output)
        #expect(outcome.exitCode == row.exitCode)
    }

    @Test("JSON")
    func json() throws {
        let folder = try TemporaryFolder()
        try folder.write("old.json", "{}")
        try folder.write("new.json", #"{"required": ["a"]}"#)
        let outcome = try Program.run(
            ["schema", "compare", "--format", "json", "old.json", "new.json"], in: folder.url)
        #expect(
            outcome.text == #"{"formatVersion":1,"verdict":"breaking","breaking":[{"#
                + #""keyword":"required","message":"the required key \"a\" is missing","#
                + #""file":"new.json","line":1,"column":14,"schemaPointer":"/required","#
                + #""example":{},"pointer":""}],"unknown":[]}"# + "\n")
        #expect(outcome.exitCode == 1)
    }

    @Test("a schema with errors gives no answer")
    func faulty() throws {
        let folder = try TemporaryFolder()
        try folder.write("old.json", #"{"type": "strin"}"#)
        try folder.write("new.json", "{}")
        let outcome = try Program.run(
            ["schema", "compare", "old.json", "new.json"], in: folder.url)
        #expect(outcome.standardOutput.isEmpty)
        #expect(outcome.errorText.contains("json-schema-invalid"))
        #expect(outcome.exitCode == 1)
    }
}
