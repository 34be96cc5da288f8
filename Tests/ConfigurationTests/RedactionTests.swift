import Configuration
import Documents
import Reporting
import SourceText
import TestSupport
import Testing

@Suite("No output shows a secret")
struct RedactionTests {
    /// Where a secret may be written by mistake. `SECRET` stands for it.
    static let places = [
        "settings: {secret: SECRET}",
        "settings: {secret: \"SECRET\", merchant: 12}",
        "settings:\n  secret: SECRET\n  unknown: 1",
        "settings:\n  secret: |\n    SECRET\n    SECRET\n  unknown: 1",
        "settings: {secrets: SECRET}",
        "settings: {nested: {secret: [SECRET, SECRET]}}",
        "settings: {secret: {$env: A, value: SECRET}}",
        "settings: {secret: {$env: A}, secret: SECRET}",
        "settings: {secret: SECRET, a: *b}",
        "settings: {secret: *SECRET}",
        "settings: {secret: !SECRET a}",
        "settings: {secret: SECRET",
        "settings:\n  secret: \"SECRET",
        "settings: SECRET",
        "settings: [SECRET]",
        "secret: SECRET",
        "connector: unknown\nsettings: {a: SECRET, b: {$env: 1}}",
        "connector: [x]\nsettings: {a: SECRET, b: {$env: 1}}",
    ]
    static let secrets = ["hunter2-XYZZY", "0123456789", "0x1F2E3D4C", "12e400"]

    private func output(of folder: TemporaryFolder) throws -> String {
        let loaded = try folder.load()
        let report = Report(loaded.diagnostics, files: 1, documents: 1)
        var bytes: [UInt8] = []
        TextReport().write(report) { bytes += $0 }
        JSONReport().write(report) { bytes += $0 }
        #expect(!loaded.diagnostics.isEmpty)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let schema = """
        jsonSchema:
          type: object
          properties:
            merchant: {type: string}
            secret: {type: string, writeOnly: true, pattern: "^never$", minLength: 50}
            nested: {properties: {secret: {writeOnly: true, type: string}}}
          additionalProperties: false
        """

    private static let head = "apiVersion: connectorctl/v1\nname: Name\n"

    @Test("of a payment method", arguments: places, secrets)
    func method(_ place: String, _ secret: String) throws {
        let folder = try TemporaryFolder()
        let connector = "kind: Connector\nid: acme\nurl: https://a.example\n"
        try folder.write("c.yaml", Self.head + connector + Self.schema)
        let named = place.contains("connector:") ? "" : "connector: acme\n"
        try folder.write(
            "m.yaml",
            Self.head + "kind: PaymentMethod\nid: card\n" + named
                + place.replacing("SECRET", with: secret) + "\n")
        let output = try output(of: folder)
        #expect(!output.contains(secret), "\(place):\n\(output)")
    }

    @Test(
        "of a connector",
        arguments: [
            "url: https://user:SECRET@a.example", "url: \"https://user:SECRET/x@a.example\"",
            "url: https://user:SECRET@a.example\nurl: x", "key: SECRET", "key: [SECRET]",
            "key: {$env: A, b: SECRET}", "staticJson: {secret: SECRET, merchant: 1, x: {$env: 1}}",
            "staticJson: {x: {apiKey: SECRET, z: {$env: 1}}}",
            "staticJson: {password: SECRET, a: *b}",
            "staticJson: SECRET",
        ], secrets)
    func connector(_ place: String, _ secret: String) throws {
        let folder = try TemporaryFolder()
        let url = place.contains("url:") ? "" : "url: https://a.example\n"
        try folder.write(
            "c.yaml",
            Self.head + "kind: Connector\nid: acme\n" + url + Self.schema + "\n"
                + place.replacing("SECRET", with: secret) + "\n")
        let output = try output(of: folder)
        #expect(!output.contains(secret), "\(place):\n\(output)")
    }

    @Test("what is shown of settings has no secret, either")
    func shownSettings() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "c.yaml",
            Self.head + "kind: Connector\nid: acme\nurl: https://a.example\n" + Self.schema
                + "\nstaticJson: {secret: hunter2, merchant: [a, 1, null], other: {$env: NAME}}\n")
        let loaded = try folder.load()
        let settings = try #require(loaded.connector("acme")?.staticSettings)
        #expect(
            loaded.shown(settings).map(\.text) == ["•••", "[\"a\",1,null]", "{$env: NAME}"])
        #expect(loaded.shown(settings).map(\.isRedacted) == [true, false, true])
    }
}
