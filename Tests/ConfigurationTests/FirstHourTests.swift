import Configuration
import SourceText
import TestSupport
import Testing

/// What a first user gets wrong, each with the one finding that is right: its code, its message or hint, and
/// where it is.
@Suite("The mistakes of a first hour are one finding each, which says what to do")
struct FirstHourTests {
    private static let connector = """
        apiVersion: connectorctl/v1
        kind: Connector
        id: acme
        name: Acme
        url: https://gateway.example.com
        jsonSchema:
          type: object
          additionalProperties: false
          required: [merchantId]
          properties:
            merchantId: {type: string, pattern: '^M-[0-9]+$'}
            retries: {type: integer}
            live: {type: boolean}
            terminal: {type: string}
            methods: {type: array}
            secret: {type: string, writeOnly: true}

        """
    private static let method = """
        apiVersion: connectorctl/v1
        kind: PaymentMethod
        id: card
        name: Card
        connector: acme
        settings:
          merchantId: M-1

        """

    struct Row: Sendable, CustomTestStringConvertible {
        let right: String
        let wrong: String
        let expected: String
        let says: String

        init(_ right: String, _ wrong: String, _ expected: String, _ says: String) {
            self.right = right
            self.wrong = wrong
            self.expected = expected
            self.says = says
        }

        var testDescription: String { "\(right) → \(wrong)" }
    }

    static let keys = [
        Row(
            "merchantId:", "merchnatId:", "m.yaml:7 settings-invalid",
            "did you mean \"merchantId\"?"),
        Row("id: card", "Id: card", "m.yaml:3 unknown-key", "did you mean \"id\"?"),
        Row("connector:", "conector:", "m.yaml:5 unknown-key", "did you mean \"connector\"?"),
        Row("settings:", "setting:", "m.yaml:6 unknown-key", "did you mean \"settings\"?"),
        Row("jsonSchema:", "jsonschema:", "c.yaml:6 unknown-key", "did you mean \"jsonSchema\"?"),
        Row("  merchantId:", "merchantId:", "m.yaml:6 wrong-type", "indent the settings below it"),
        Row("  merchantId:", "  - merchantId:", "m.yaml:7 wrong-type", "without `- `"),
    ]

    static let values = [
        Row("M-1", "M-1\n  retries: \"5\"", "m.yaml:8 settings-invalid", "without quotes: 5"),
        Row("M-1", "M-1\n  live: 'true'", "m.yaml:8 settings-invalid", "without quotes: true"),
        Row("M-1", "M-1\n  live: yes", "m.yaml:8 settings-invalid", "write true"),
        Row("M-1", "M-1\n  terminal: 12", "m.yaml:8 settings-invalid", "in quotes: \"12\""),
        Row("M-1", "M-1\n  terminal: true", "m.yaml:8 settings-invalid", "in quotes: \"true\""),
        Row("M-1", "M-1\n  methods: x", "m.yaml:8 settings-invalid", "write a list: [\"x\"]"),
        Row("M-1", "M-1\nactive: no", "m.yaml:8 wrong-type", "write false"),
        Row("M-1", "M-1\ncurrencies: [NO]", "m.yaml:8 currency-unknown", "an ISO 4217 code"),
        Row("M-1", "M-1\ncurrencies: [BTC]", "m.yaml:8 currency-unknown", "an ISO 4217 code"),
        Row("M-1", "M-1\ncurrencies: [eur]", "m.yaml:8 currency-unknown", "did you mean `EUR`?"),
        Row("id: card", "id: Card_EU", "m.yaml:3 id-invalid", "did you mean `card-eu`?"),
        Row("id: card", "id:", "m.yaml:3 id-invalid", "`id` has no value"),
        Row("connector: acme", "connector: Acme", "m.yaml:5 id-invalid", "did you mean `acme`?"),
        Row("name: Card", "name: ' '", "m.yaml:4 name-invalid", "must not be blank"),
        Row("name: Acme\n", "", "c.yaml:1 missing-key", "for example `name: Acme Pay`"),
        Row("settings:\n  merchantId: M-1\n", "", "m.yaml:1 settings-invalid", "below `settings:`"),
        Row(
            "jsonSchema:", "processingPeriodMinutes: \"5\"\njsonSchema:",
            "c.yaml:6 processing-period-invalid", "without quotes: 5"),
    ]

    static let references = [
        Row("M-1", "M-1\n  secret: {env: X}", "m.yaml:8 secret-reference-invalid", "{$env: NAME}"),
        Row("M-1", "M-1\n  secret: {$ENV: X}", "m.yaml:8 secret-reference-invalid", "{$env: NAME}"),
        Row(
            "M-1", "M-1\n  terminal: {file: x}", "m.yaml:8 secret-reference-invalid",
            "{$file: path}"),
        Row("M-1", "M-1\n  secret: ${X}", "m.yaml:8 secret-in-plain-text", "nothing replaces it"),
        Row(
            "M-1", "M-1\n  secret: '{{ x }}'", "m.yaml:8 secret-in-plain-text",
            "nothing replaces it"),
        Row("M-1", "M-1\n  secret: $TOKEN", "m.yaml:8 secret-in-plain-text", "nothing replaces it"),
        Row("M-1", "M-1\n  terminal: ${X}", "m.yaml:8 variable-not-replaced", "{$env: NAME}"),
        Row("url:", "key: {env: X}\nurl:", "c.yaml:5 secret-reference-invalid", "{$env: NAME}"),
        Row("url:", "key: {$file: x}\nurl:", "c.yaml:5 secret-reference-invalid", "{$env: NAME}"),
        Row("url:", "key: ${X}\nurl:", "c.yaml:5 secret-reference-invalid", "{$env: NAME}"),
    ]

    static let patterns = [
        Row("^M-[0-9]+$", "^M-[0-9+$", "c.yaml:11 json-schema-pattern-invalid", "not closed"),
        Row("^M-[0-9]+$", "\\AM-[0-9]+", "c.yaml:11 json-schema-pattern-invalid", "write ^"),
        Row("^M-[0-9]+$", "/^M-[0-9]+$/", "m.yaml:7 settings-invalid", "leave them out"),
    ]

    @Test("of keys", arguments: keys)
    func key(_ row: Row) throws { try check(row) }

    @Test("of values", arguments: values)
    func value(_ row: Row) throws { try check(row) }

    @Test("of references to secrets", arguments: references)
    func reference(_ row: Row) throws { try check(row) }

    @Test("of patterns", arguments: patterns)
    func pattern(_ row: Row) throws { try check(row) }

    private func check(_ row: Row) throws {
        let folder = try TemporaryFolder()
        let isMethod = row.expected.hasPrefix("m") && Self.method.contains(row.right)
        func text(_ text: String, _ isWrong: Bool) -> String {
            isWrong ? text.replacing(row.right, with: row.wrong, maxReplacements: 1) : text
        }
        #expect((isMethod ? Self.method : Self.connector).contains(row.right))
        try folder.write("c.yaml", text(Self.connector, !isMethod))
        try folder.write("m.yaml", text(Self.method, isMethod))
        try folder.expect([row.expected])
        let finding = try #require(try folder.load().diagnostics.first)
        #expect((finding.message + " " + (finding.hint ?? "")).contains(row.says))
    }

    @Test(
        "of separators between documents",
        arguments: [
            ("", ["c.yaml:17 separator-missing", "c.yaml:24 separator-missing"]),
            ("---\n", []), ("--\n", ["c.yaml:17 yaml-syntax"]),
            ("----\n", ["c.yaml:17 yaml-syntax"]),
            (" ---\n", ["c.yaml:17 yaml-syntax"]), ("- - -\n", ["c.yaml:17 yaml-syntax"]),
            ("—\n", ["c.yaml:17 yaml-syntax"]),
            ("---", ["c.yaml:17 separator-missing", "c.yaml:24 separator-missing"]),
        ])
    func separators(_ separator: String, _ expected: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "c.yaml",
            [Self.connector, Self.method, Self.method.replacing("id: card", with: "id: other")]
                .joined(separator: separator))
        try folder.expect(expected)
    }

    @Test("a key that one of two documents has twice is still said")
    func duplicateBesideSeparator() throws {
        let folder = try TemporaryFolder()
        try folder.write("c.yaml", Self.connector + Self.method + "name: again\n")
        try folder.expect(["c.yaml:17 separator-missing", "c.yaml:24 yaml-duplicate-key"])
    }

    @Test("of aliases are found where the alias is, with a note at the value")
    func aliases() throws {
        let folder = try TemporaryFolder()
        try folder.write("c.yaml", Self.connector)
        let settings = "  merchantId: M-1\n  terminal: &t x\n  retries: *t\n  live: *t\n"
        try folder.write(
            "m.yaml", Self.method.replacing("  merchantId: M-1\n", with: settings))
        try folder.expect(["m.yaml:9 settings-invalid", "m.yaml:10 settings-invalid"])
        let findings = try folder.load().diagnostics
        for finding in findings {
            let note = try #require(finding.notes.last)
            #expect(note.message == "the value is written here")
            let range = try #require(note.span).range
            let bytes = finding.span.source.bytes
            #expect(Array(bytes[range.start..<range.end]) == Array("x".utf8))
            let own = finding.span.range
            #expect(Array(bytes[own.start..<own.end]) == Array("*t".utf8))
        }
    }

    @Test("of aliases within a value that an alias repeats")
    func nestedAliases() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "c.yaml",
            CascadeTests.connector("jsonSchema: {properties: {b: {items: {items: true}}}}"))
        try folder.write(
            "c2.yaml",
            CascadeTests.connector(
                "id: other", "jsonSchema: {properties: {b: {properties: {x: {type: string}}}}}"))
        let settings = "settings:\n  a: &a {x: 1}\n  c: &c {d: *a}\n  b: *a\n"
        let head = CascadeTests.method.replacing("settings: {merchant: 1}\n", with: settings)
        try folder.write("m.yaml", head.replacing("connector: acme", with: "connector: other"))
        try folder.expect(["m.yaml:9 settings-invalid"])
    }

    @Test(
        "of aliases without an anchor, which are not quoted: they may be a secret",
        arguments: [("secret: *hunter", 0), ("a: &hunter x\n---\napiVersion: x\nb: *hunter", 1)])
    func undefinedAlias(_ lines: String, _ notes: Int) throws {
        let folder = try TemporaryFolder()
        try folder.write("c.yaml", Self.connector)
        let text = Self.method + "  " + lines + "\n"
        try folder.write(
            "m.yaml", text.replacing("apiVersion: x", with: Self.method.dropLast().description))
        let found = try folder.load().diagnostics.filter { $0.code.name == "yaml-anchor-undefined" }
        let finding = try #require(found.first)
        #expect(finding.message.contains("no anchor of this name in this document"))
        #expect(!finding.message.contains("hunter") && finding.notes.count == notes)
    }
}
