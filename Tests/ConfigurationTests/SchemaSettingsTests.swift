import Configuration
import SourceText
import TestSupport
import Testing

/// What a configuration says about the schemas of its settings.
@Suite("Settings schemas of connectors")
struct SchemaSettingsTests {
    private func folder(_ connector: String, settings: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "a.yaml",
            """
            apiVersion: connectorctl/v1
            kind: Connector
            id: c
            name: C
            url: https://c.example.com
            \(connector)
            ---
            apiVersion: connectorctl/v1
            kind: PaymentMethod
            id: m
            name: M
            connector: c
            settings: \(settings)
            """)
        return folder
    }

    private let formats = "jsonSchema: {properties: {u: {format: uri}, v: {format: date}}}"

    @Test(
        "formats are checked where the connector or, if it does not say, the command says so",
        arguments: [
            ("", false, ["a.yaml:6 json-schema-format-unchecked"]),
            ("", true, ["a.yaml:13 settings-invalid"]),
            ("formatAssertion: true\n", false, ["a.yaml:14 settings-invalid"]),
            ("formatAssertion: false\n", false, []), ("formatAssertion: false\n", true, []),
        ])
    func formatAssertion(line: String, asserts: Bool, expected: [String]) throws {
        let folder = try folder(line + formats, settings: "{u: not a uri}")
        let loaded = try Configuration.load(
            paths: [folder.path], options: .init(assertsFormats: asserts))
        #expect(Mark.found(loaded, from: folder.path).map(\.description) == expected)
    }

    @Test("formatAssertion is true or false")
    func wrongAssertion() throws {
        let folder = try folder("formatAssertion: 1\n" + formats, settings: "{}")
        #expect(try folder.findings().contains("a.yaml:6 wrong-type"))
    }

    @Test("an unknown format is a warning, and where there is no format there is no note")
    func unknownFormat() throws {
        let folder = try folder("jsonSchema: {format: datetime}", settings: "{}")
        try folder.expect(["a.yaml:6 json-schema-format-not-checked"])
    }

    @Test(
        "a schema is found by its $id among the files of the configuration, with or without extension"
    )
    func identifiers() throws {
        let folder = try folder("jsonSchemaFile: s/main.json", settings: "{birth: 1, count: 0}")
        try folder.write(
            "s/main.json",
            """
            {"$id": "https://example.com/schemas/main.json", "properties": {
              "birth": {"$ref": "deps/date"}, "count": {"$ref": "deps/other.json#/$defs/a"}}}
            """)
        try folder.write(
            "elsewhere/date.json",
            #"{"$id": "https://example.com/schemas/deps/date", "type": "object"}"#)
        try folder.write(
            "elsewhere/deep/other.yaml",
            "$id: https://example.com/schemas/deps/other.json\n$defs: {a: {minimum: 1}}\n")
        try folder.write(
            ".hidden/date.json", #"{"$id": "https://example.com/schemas/deps/hidden"}"#)
        try folder.expect(["a.yaml:13 settings-invalid", "a.yaml:13 settings-invalid"])
    }

    @Test("what is not found says that $id moves the base")
    func missingIdentifier() throws {
        let folder = try folder("jsonSchemaFile: main.json", settings: "{}")
        try folder.write(
            "main.json", #"{"$id": "https://example.com/main.json", "$ref": "other.json"}"#)
        try folder.write("other.json", #"{"type": "object"}"#)
        let finding = try #require(try folder.load().diagnostics.first)
        #expect(finding.code.name == "json-schema-ref-unresolved")
        #expect(finding.hint?.hasPrefix("\"$id\" makes the reference relative to") == true)
    }

    @Test("findings beyond a number are counted, repeated keys as well")
    func manyFindings() throws {
        let keys = (0..<20).map { "k\($0): 1" }.joined(separator: ", ")
        let folder = try folder(
            "jsonSchema: {additionalProperties: {type: string}}", settings: "{\(keys)}")
        let loaded = try Configuration.load(paths: [folder.path], options: .init(mostDescribed: 3))
        #expect(loaded.diagnostics.count { $0.others == 0 } == 3)
        #expect(loaded.diagnostics.map(\.others).max() == 17)
        try folder.write(
            "a.yaml",
            "apiVersion: connectorctl/v1\nkind: Connector\nid: c\n"
                + String(repeating: "x: 1\n", count: 21))
        let repeated = try Configuration.load(
            paths: [folder.path], options: .init(mostDescribed: 3))
        #expect(
            repeated.diagnostics.contains {
                $0.others == 17 && $0.code.name == "yaml-duplicate-key"
            })
    }
}
