import Configuration
import SourceText
import TestSupport
import Testing

@Suite("Files that documents name")
struct ReferencedFileTests {
    private func folder(_ lines: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "in/connectors/c.yaml",
            """
            apiVersion: connectorctl/v1
            kind: Connector
            id: acme
            name: Acme
            url: https://gateway.example.com
            \(lines)

            """)
        try folder.write(
            "in/schemas/money.yaml", "type: object\nproperties:\n  a: {type: string}\n")
        try folder.write("outside.json", "{}")
        return folder
    }

    @Test("are read, and what is wrong with them is said of them")
    func content() throws {
        let folder = try folder("jsonSchemaFile: ../schemas/s.json")
        try folder.write(
            "in/schemas/s.json",
            "{\"properties\": {\"m\": {\"$ref\": \"money.yaml#/properties/a\"}, \"n\": true}}")
        try folder.write(
            "in/m.yaml",
            """
            apiVersion: connectorctl/v1
            kind: PaymentMethod
            id: card
            name: Card
            connector: acme
            settings: {m: 1}

            """)
        try folder.expect(["in/m.yaml:6 settings-invalid"], in: "in")
        let note = try folder.load("in").diagnostics.first?.notes.first?.span
        #expect(note?.source.path.hasSuffix("/in/schemas/money.yaml") == true)
    }

    @Test(
        "lie inside the configuration",
        arguments: [
            ("jsonSchemaFile: ../../outside.json", "6 referenced-file-outside"),
            ("jsonSchemaFile: ../../missing.json", "6 referenced-file-outside"),
            ("jsonSchemaFile: /etc/hostname", "6 referenced-file-outside"),
            ("jsonSchemaFile: ../link.json", "6 referenced-file-outside"),
            ("jsonSchemaFile: missing.json", "6 referenced-file-not-found"),
            ("jsonSchemaFile: ../schemas", "6 referenced-file-not-found"),
            ("jsonSchemaFile: \"a\\0b\"", "6 referenced-file-not-found"),
            ("jsonSchema: {$ref: ../../outside.json}", "6 referenced-file-outside"),
            ("jsonSchema: {$ref: ../link.json}", "6 referenced-file-outside"),
            ("jsonSchema: {$ref: \"file:///etc/hostname\"}", "6 referenced-file-outside"),
            ("jsonSchema: {$ref: missing.json}", "6 json-schema-ref-unresolved"),
            ("jsonSchema: {$ref: \"https://example.com/s\"}", "6 json-schema-ref-unresolved"),
            ("jsonSchema: {$ref: \"../schemas/money.yaml#/x\"}", "6 json-schema-ref-unresolved"),
        ])
    func places(_ lines: String, _ expected: String) throws {
        let folder = try folder(lines)
        try folder.link("in/link.json", to: "../outside.json")
        try folder.expect(["in/connectors/c.yaml:" + expected], in: "in")
        for diagnostic in try folder.load("in").diagnostics {
            #expect(!diagnostic.message.contains(folder.path), "\(diagnostic.message)")
        }
    }

    @Test(
        "are not waited for where they are pipes",
        arguments: [
            ("jsonSchemaFile: pipe", "6 referenced-file-not-found"),
            ("staticJsonFile: pipe", "6 referenced-file-not-found"),
            ("jsonSchemaFile: ../schemas/pipe", "6 referenced-file-not-found"),
            ("jsonSchema: {$ref: pipe}", "6 json-schema-ref-unresolved"),
            ("jsonSchema: {$ref: ../schemas/pipe}", "6 json-schema-ref-unresolved"),
        ])
    func pipes(_ lines: String, _ expected: String) throws {
        let folder = try folder(lines.hasPrefix("static") ? "jsonSchema: true\n" + lines : lines)
        _ = try NamedPipe(folder.path("in/connectors/pipe"))
        try folder.link("in/schemas/pipe", to: "../connectors/pipe")
        let line = lines.hasPrefix("static") ? expected.replacing("6", with: "7") : expected
        try folder.expect(["in/connectors/c.yaml:" + line], in: "in")
        let message = try folder.load("in").diagnostics.first?.message
        #expect(message?.hasSuffix("is not a regular file") == true)
    }

    @Test(
        "are valid themselves",
        arguments: [
            ("[1", "s.json:1 json-truncated"), ("", "s.json:1 json-empty"),
            ("12", "s.json:1 json-schema-invalid"),
            ("[{\"key\": \"a\"}]", "s.json:1 settings-form-invalid"),
            ("{\"type\": \"strong\"}", "s.json:1 json-schema-invalid"),
        ])
    func faults(_ text: String, _ expected: String) throws {
        let folder = try folder("jsonSchemaFile: s.json")
        try folder.write("in/connectors/s.json", text)
        try folder.expect(["in/connectors/" + expected], in: "in")
    }

    @Test("static settings are an object without secrets at its top")
    func staticSettings() throws {
        let folder = try folder("jsonSchema: true\nstaticJsonFile: s.yaml")
        try folder.write("in/connectors/s.yaml", "- a\n")
        try folder.expect(["in/connectors/s.yaml:1 wrong-type"], in: "in")
        try folder.write("in/connectors/s.yaml", "$env: A\n")
        try folder.expect(["in/connectors/s.yaml:1 secret-reference-invalid"], in: "in")
        try folder.write("in/connectors/s.yaml", "a: {$env: 1A}\n")
        try folder.expect(["in/connectors/s.yaml:1 secret-reference-invalid"], in: "in")
        try folder.write("in/connectors/s.yaml", "a: {$env: A1}\n")
        try folder.expect([], in: "in")
    }
}
