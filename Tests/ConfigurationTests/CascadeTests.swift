import Configuration
import SourceText
import TestSupport
import Testing

@Suite("One fault makes one finding")
struct CascadeTests {
    static let method = """
        apiVersion: connectorctl/v1
        kind: PaymentMethod
        id: card
        name: Card
        connector: acme
        settings: {merchant: 1}

        """

    /// A connector `acme` with these lines instead of those with the same keys.
    static func connector(_ lines: String...) -> String { connector(lines) }

    static func connector(_ lines: [String]) -> String {
        let kept = [
            "apiVersion: connectorctl/v1", "kind: Connector", "id: acme", "name: Acme",
            "url: https://gateway.example.com", "jsonSchema: {required: [merchant]}",
        ].filter { line in
            !lines.contains { $0.prefix { $0 != ":" } == line.prefix { $0 != ":" } }
        }
        return (kept + lines).joined(separator: "\n") + "\n"
    }

    @Test(
        "of a connector that a payment method names",
        arguments: [
            ([], []),
            (["url: 12"], ["c.yaml:6 wrong-type"]),
            (["name: [a]"], ["c.yaml:6 name-invalid"]),
            (["extra: 1"], ["c.yaml:7 unknown-key"]),
            (["processingPeriodMinutes: 1000000000"], ["c.yaml:7 processing-period-invalid"]),
            (["jsonSchema: 12"], ["c.yaml:6 wrong-type"]),
            (["jsonSchema: {type: strong}"], ["c.yaml:6 json-schema-invalid"]),
            (["jsonSchema: [{key: a}]"], ["c.yaml:6 settings-form-invalid"]),
            (["jsonSchema: {$ref: nowhere.json}"], ["c.yaml:6 json-schema-ref-unresolved"]),
            (["jsonSchema: {$ref: ../x.json}"], ["c.yaml:6 referenced-file-outside"]),
            (["jsonSchemaFile: s.json", "jsonSchema: true"], ["c.yaml:6 json-schema-twice"]),
            (["staticJson: 12"], ["c.yaml:7 wrong-type"]),
            (["staticJson: {merchant: 2}"], ["m.yaml:6 setting-shadows-static"]),
            (["staticJson: {a: *b}"], ["c.yaml:7 yaml-anchor-undefined"]),
            (["staticJson: {a: 1, a: 2}"], ["c.yaml:7 yaml-duplicate-key"]),
            (["name: a: b"], ["c.yaml:6 yaml-syntax"]),
            (["key: literal"], ["c.yaml:7 secret-reference-invalid"]),
            (
                ["url: https://a b", "reseller: x"],
                ["c.yaml:6 connector-url-invalid", "c.yaml:7 reseller-unknown"]
            ),
        ])
    func connector(_ lines: [String], _ expected: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write("c.yaml", Self.connector(lines))
        try folder.write("m.yaml", Self.method)
        try folder.expect(expected)
    }

    @Test("several missing keys are one finding, several unknown ones are several")
    func keys() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", "apiVersion: connectorctl/v1\nkind: PaymentMethod\nx: 1\nz: 2\n")
        try folder.expect([
            "a.yaml:1 missing-key", "a.yaml:3 unknown-key", "a.yaml:4 unknown-key",
        ])
    }

    @Test("absent settings are held to the schema, too")
    func absentSettings() throws {
        let folder = try TemporaryFolder()
        try folder.write("c.yaml", Self.connector())
        let method = Self.method.split(separator: "\n").filter { !$0.hasPrefix("settings") }
        try folder.write("m.yaml", method.joined(separator: "\n") + "\n")
        try folder.expect(["m.yaml:1 settings-invalid"])
    }

    @Test("a faulty file that two connectors name is reported once")
    func sharedFile() throws {
        let folder = try TemporaryFolder()
        try folder.write("s.json", "{\"type\": 12}")
        for id in ["a", "b"] {
            let text = Self.connector("jsonSchemaFile: s.json", "id: \(id)")
                .replacing("jsonSchema: {required: [merchant]}\n", with: "")
            try folder.write("\(id).yaml", text)
        }
        try folder.expect(["s.json:1 json-schema-invalid"])
    }

    @Test("a scenario is held to its format only")
    func scenario() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "s.yaml",
            "apiVersion: connectorctl/v1\nkind: Scenario\nid: s\nexpect: []\neventsFile: x\n")
        try folder.expect(["s.yaml:4 invalid-value"])
    }
}
