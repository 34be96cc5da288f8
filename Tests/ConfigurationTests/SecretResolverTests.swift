import Configuration
import Documents
import Foundation
import SourceText
import TestSupport
import Testing

@Suite("A reference to a secret")
struct SecretResolverTests {
    /// A configuration in the folder `in`, one of whose settings is the reference.
    private func folder(_ reference: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "in/methods/c.yaml",
            """
            apiVersion: connectorctl/v1
            kind: Connector
            id: acme
            name: Acme
            url: https://gateway.example.com
            jsonSchema: true
            staticJson: {list: [1, {of: \(reference)}]}

            """)
        return folder
    }

    /// The secret, or the code of the finding.
    private func outcome(
        _ folder: TemporaryFolder, _ environment: [String: [UInt8]] = [:]
    ) throws -> String {
        let loaded = try folder.load("in")
        try #require(loaded.diagnostics.isEmpty)
        let node = loaded.connectors.first?.staticSettings?["list"]?.elements
            .compactMap { $0["of"] }.first
        switch SecretResolver(loaded, environment: { environment[$0] }).secret(
            at: try #require(node))
        {
        case .secret(let text): return text
        case .finding(let finding):
            var lines = LineTable(finding.span.source)
            #expect(lines.location(at: finding.span.range.start).line == 7)
            #expect(finding.severity == .error)
            return finding.code.name
        }
    }

    @Test(
        "is replaced by the file's text without its last line end",
        arguments: [
            ("secret", "secret"), ("secret\n", "secret"), ("secret\r\n", "secret"),
            ("secret\n\n", "secret\n"), ("secret\r", "secret\r"),
            (" s\u{E9}cret \n", " s\u{E9}cret "),
            ("a\nb", "a\nb"), ("\n\n", "\n"),
        ])
    func text(_ content: String, _ secret: String) throws {
        let folder = try folder("{$file: ../secrets/key}")
        try folder.write("in/secrets/key", content)
        #expect(try Array(outcome(folder).utf8) == Array(secret.utf8))
    }

    @Test("may lead through links, as long as they stay inside")
    func links() throws {
        let folder = try folder("{$file: ../link/key}")
        try folder.write("in/secrets/key", "inside")
        try folder.write("out/key", "outside")
        try folder.link("in/link", to: "secrets")
        #expect(try outcome(folder) == "inside")
        try FileManager.default.removeItem(atPath: folder.path("in/link"))
        try folder.link("in/link", to: "../out")
        #expect(try outcome(folder) == "referenced-file-outside")
    }

    @Test(
        "leads to a file inside the configuration",
        arguments: [
            ("../../out/key", "referenced-file-outside"),
            ("/etc/hostname", "referenced-file-outside"),
            ("none", "referenced-file-not-found"), ("../methods", "referenced-file-not-found"),
        ])
    func places(_ path: String, _ code: String) throws {
        let folder = try folder("{$file: \(path)}")
        try folder.write("out/key", "outside")
        #expect(try outcome(folder) == code)
    }

    @Test("leads to UTF-8 text that is not too long")
    func content() throws {
        let folder = try folder("{$file: key}")
        let limit = ConfigurationLimits.standard.secretBytes
        for (bytes, expected) in [
            ([0xFF, 0xFE], "secret-unreadable"), ([], "secret-unreadable"),
            ([0x0A], "secret-unreadable"),
            (Array(repeating: 0x61, count: limit + 1), "secret-unreadable"),
            (Array(repeating: 0x61, count: limit), String(repeating: "a", count: limit)),
        ] as [([UInt8], String)] {
            try folder.write("in/methods/key", bytes: bytes)
            #expect(try outcome(folder) == expected)
        }
    }

    @Test("is not waited for where it leads to a pipe")
    func pipe() throws {
        let folder = try folder("{$file: key}")
        #expect(mkfifo(folder.path("in/methods/key"), 0o600) == 0)
        #expect(try outcome(folder) == "secret-unreadable")
    }

    @Test("to a variable needs one that is set, not empty, and UTF-8")
    func variables() throws {
        let folder = try folder("{$env: NAME}")
        #expect(try outcome(folder) == "secret-unset")
        #expect(try outcome(folder, ["NAME": []]) == "secret-unset")
        #expect(try outcome(folder, ["NAME": [0xC3]]) == "secret-unreadable")
        #expect(try outcome(folder, ["NAME": Array("a\n".utf8)]) == "a\n")
    }

    @Test(
        "to a variable that ends in a line end is warned of, and gives all of it",
        arguments: [
            ("{$env: NAME}", "a\n", true), ("{$env: NAME}", "a", false),
            ("{$file: f}", "a\n", false),
        ])
    func lineEnd(_ reference: String, _ content: String, _ isWarned: Bool) throws {
        let folder = try folder(reference)
        try folder.write("in/methods/f", content)
        let loaded = try folder.load("in")
        let node = loaded.connectors.first?.staticSettings?["list"]?.elements
            .compactMap { $0["of"] }.first
        let resolver = SecretResolver(loaded) { _ in Array(content.utf8) }
        let warning = resolver.warning(at: try #require(node))
        #expect(warning?.code.name == (isWarned ? "secret-line-end" : nil))
    }
}
