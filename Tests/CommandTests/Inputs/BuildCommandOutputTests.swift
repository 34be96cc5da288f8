import Foundation
import TestSupport
import Testing

@Suite("Text from input is not a command to a build agent")
struct BuildCommandOutputTests {
    private static let text = "##vso[task.setvariable variable=a]b ##[error]c"
    private static let command = "::error file=app.js,line=1::pwned"

    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "c/a.yaml",
            """
            apiVersion: connectorctl/v1
            kind: Connector
            id: acme
            name: "\(text)"
            url: https://gateway.example.com
            jsonSchema: {type: object, properties: {a: {enum: ["x"]}}}
            staticJson: {"\(text)": 1}
            ---
            apiVersion: connectorctl/v1
            kind: PaymentMethod
            id: card
            name: "\(text)"
            connector: acme

            """)
        try folder.write(
            "bad/a.yaml",
            """
            apiVersion: connectorctl/v1
            kind: PaymentMethod
            id: card
            name: M
            connector: "\(text)"
            "\(text)": 1

            """)
        try folder.write(
            "e.ndjson",
            """
            {"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"p1","client":"c","method":"card","amount":"1.00","currency":"EUR"}
            {"type":"payment.attempted","at":"2026-01-05T10:01:00Z","payment":"p1","attempt":"\(text)"}
            {"type":"gateway.result","at":"2026-01-05T10:02:00Z","payment":"p1","attempt":"\(text)","outcome":"failed","error":{"code":"51","message":"Declined by the issuing bank, please call the number on the card now \(command)"}}

            """)
        try folder.write(
            "s/s\n::error::pwned\n.yaml",
            """
            apiVersion: connectorctl/v1
            kind: Scenario
            id: s
            title: "\(text) \(command)"
            config: ../c
            events:
              - {at: 0m, type: clock.advanced}
            expect:
              - {payment: "\(text)", status: paid}

            """)
        return folder
    }

    /// Lines of `text` in which GitHub's or Azure's agents would see a command.
    private static func commands(in text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init).filter { line in
            line.contains(/##[A-Za-z]*\[/)
                || line.trimmingCharacters(in: .whitespaces).hasPrefix("::")
        }
    }

    @Test(
        "in any format for people, or of tests",
        arguments: [
            "validate bad", "list --config c", "show acme --config c", "plan --config c",
            "plan --config c --format markdown", "test s", "test s --format junit",
            "test s --format tap", "explain --config c --payment p1 e.ndjson",
            "explain --config c --payment p1 --format mermaid e.ndjson",
            "explain --config c --payment ##[x] e.ndjson", "validate ##vso[x]",
            "list --##vso[x]y",
            "rules --format x\n::error::pwned", "rules --format=x\n::error::pwned\u{1B}[2J",
            "x\n::error::pwned", "show acme\n::error::pwned --config c",
        ])
    func output(_ command: String) throws {
        let folder = try Self.folder()
        let words = command.split(separator: " ").map(String.init)
        let outcome = try Program.run(words, in: folder.url)
        let text = outcome.text + outcome.errorText
        #expect(Self.commands(in: text) == [], "\(text)")
        #expect(
            text.contains("\\u{23}#") || text.contains("pwned") || text.contains("#35;#"), "\(text)"
        )
        #expect(!text.contains("\u{1B}"))
    }

    @Test("and is as it was in JSON")
    func json() throws {
        let folder = try Self.folder()
        let outcome = try Program.run(
            ["list", "--config", "c", "--format", "json"], in: folder.url)
        #expect(outcome.text.contains("\"name\":\"\(Self.text)\""), "\(outcome.text)")
    }

    @Test("and is as it was in what a scenario records")
    func recorded() throws {
        let folder = try Self.folder()
        let outcome = try Program.run(
            ["test", "--record", "e.ndjson", "--config", "c"], in: folder.url)
        #expect(outcome.text.contains(Self.text), "\(outcome.text)\(outcome.errorText)")
    }
}
