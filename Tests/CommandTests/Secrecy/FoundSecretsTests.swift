import Foundation
import TestSupport
import Testing

/// Places in which secrets were found to be shown, each of a kind that nobody had thought of before.
@Suite("Secrets that were shown once")
struct FoundSecretsTests {
    /// A connector's schema, the settings of its payment method, and what else the connector has; `MARK` is
    /// the secret.
    struct Found: Sendable, CustomTestStringConvertible {
        let name: String
        let schema: String
        var settings = " {}"
        var more = ""
        /// A file beside the configuration's own.
        var file: (name: String, text: String)?

        var testDescription: String { name }
    }

    private static let secret =
        "{properties: {pwd: {writeOnly: true}, q: {type: integer}, t: {type: string}, "
        + "obj: {writeOnly: true}, o2: {type: object, properties: {s: {writeOnly: true}}}}}"

    static let found = [
        Found(
            name: "a constant beside null",
            schema: "{properties: {p: {writeOnly: true, const: MARK}}}", settings: " {p: null}"),
        Found(
            name: "options beside true",
            schema: "{properties: {p: {writeOnly: true, enum: [MARK, x]}}}", settings: " {p: true}"),
        Found(
            name: "a number beside a reference",
            schema: "{properties: {p: {writeOnly: true, const: MARK}}}", settings: " {p: {$env: A}}"
        ),
        Found(name: "a number with a leading zero", schema: secret, settings: " {pwd: 0MARK}"),
        Found(
            name: "an undeclared number with a leading zero", schema: "{}", settings: " {u: 0MARK}"),
        Found(
            name: "a default behind a reference",
            schema:
                "{properties: {p: {$ref: '#/$defs/d', writeOnly: true}}, $defs: {d: {type: string, default: MARK}}}"
        ),
        Found(
            name: "a default behind a reference, of a text",
            schema:
                "{properties: {p: {$ref: '#/$defs/d', writeOnly: true}}, $defs: {d: {type: integer, default: xMARK}}}"
        ),
        Found(
            name: "an anchor of a known setting", schema: secret,
            settings: " {q: &a xMARK, pwd: *a}"),
        Found(
            name: "an anchor of a known setting, used by an undeclared one", schema: secret,
            settings: " {q: &a xMARK, u: {x: [*a]}}"),
        Found(
            name: "an anchor within a secret", schema: secret,
            settings: " {obj: {z: &a xMARK}, t: *a}"),
        Found(
            name: "an anchor within an undeclared setting", schema: secret,
            settings: " {u: [&a xMARK], t: *a}"),
        Found(name: "an anchor of a name", schema: secret, settings: " {pwd: &a xMARK}\nname: *a"),
        Found(
            name: "static settings in a file that is a text", schema: "{}",
            more: "staticJsonFile: x.json", file: ("x.json", "\"xMARK\"")),
        Found(
            name: "static settings in a file that is a number", schema: "{}",
            more: "staticJsonFile: x.json", file: ("x.json", "MARK")),
        Found(
            name: "a name in static settings that cannot be read", schema: "{}",
            more: "staticJsonFile: x.yaml", file: ("x.yaml", "id: xMARK: x\nname: \"xMARK")),
        Found(
            name: "settings that are a text, without a connector", schema: "{}",
            settings: " xMARK\nconnector: none"),
        Found(
            name: "settings that are a list", schema: "{}", settings: " [xMARK]\nconnector: none"),
        Found(name: "a key that is a mapping", schema: secret, settings: " {? {pwd: xMARK} : x}"),
        Found(name: "a key that is a list", schema: secret, settings: " {[xMARK]: x}"),
        Found(name: "a key that is an alias", schema: secret, settings: "\n  *xMARK : x"),
        Found(
            name: "a name within an open bracket", schema: secret, settings: " {\nid: xMARK\n}\n]"),
        Found(
            name: "a name within an open quote", schema: secret,
            settings: "\n  pwd: \"a\nname: xMARK"),
        Found(
            name: "options that are no list",
            schema: "{properties: {p: {writeOnly: true, enum: xMARK}}}"),
        Found(
            name: "examples that are no list",
            schema: "{properties: {p: {writeOnly: true, examples: xMARK}}}"),
        Found(
            name: "an anchor before a default",
            schema: "{properties: {p: {writeOnly: true, default: &xMARK x}}}"),
        Found(
            name: "a comment after a default",
            schema:
                "\n  properties:\n    p:\n      writeOnly: true\n      default: x #xMARK\n      nonsense: 1"
        ),
        Found(
            name: "a default of the wrong type",
            schema: "{type: array, properties: {p: {writeOnly: true}}, default: {p: xMARK}}"),
        Found(name: "a forgotten space", schema: secret, settings: " {pwd:xMARK, q: 5}"),
        Found(
            name: "a forgotten space further in", schema: secret, settings: " {o2: {s:xMARK, n: 5}}"
        ),
        Found(
            name: "a misspelt default in a form",
            schema: "[{key: p, type: password, Default: xMARK}]"),
        Found(
            name: "options of a password", schema: "[{key: p, type: password, options: [xMARK]}]"),
        Found(
            name: "a misspelt default",
            schema: "{properties: {p: {writeOnly: true, example: xMARK, x-default: xMARK}}}"),
        Found(
            name: "an undeclared part of a default",
            schema: "{default: {p: a, zz: xMARK}, properties: {p: {writeOnly: true}}}"),
        Found(
            name: "a token in a URL", schema: "{properties: {u: {type: string}}}",
            settings: " {u: 'https://xMARK@host/x'}"),
    ]

    private static let marker = "7391846525"

    @Test("are not shown by any command, nor kept in the state", arguments: found)
    func shown(_ found: Found) throws {
        let folder = try TemporaryFolder()
        let connector = """
            apiVersion: connectorctl/v1
            kind: Connector
            id: k
            name: K
            url: https://g.example.com
            jsonSchema: \(found.schema)
            \(found.more)

            """
        let head = found.settings.contains("connector:") ? "" : "connector: k\n"
        let name = found.settings.contains("\nname: *") ? "" : "name: M\n"
        let method =
            "apiVersion: connectorctl/v1\nkind: PaymentMethod\nid: m\n\(name)\(head)settings:\(found.settings)\n"
        try folder.write("c/a.yaml", connector.replacing("MARK", with: Self.marker))
        try folder.write("c/b.yaml", method.replacing("MARK", with: Self.marker))
        if let file = found.file {
            try folder.write("c/" + file.name, file.text.replacing("MARK", with: Self.marker))
        }
        let commands = [
            ["validate", "c"], ["validate", "c", "--format", "json"], ["plan", "--config", "c"],
            ["plan", "--config", "c", "--format", "json"], ["validate", "c/b.yaml"],
            ["apply", "--config", "c", "--auto-approve"], ["list", "--config", "c"],
            ["show", "k", "--config", "c"],
        ]
        for arguments in commands {
            let outcome = try Program.run(arguments, in: folder.url)
            let text = outcome.text + outcome.errorText
            #expect(!text.contains(Self.marker), "\(arguments): \(text)")
        }
        let state = String(decoding: folder.read("connectorctl.state.json") ?? [], as: UTF8.self)
        #expect(!state.contains(Self.marker), "\(state)")
    }

    @Test(
        "are not shown as what was there before, when a schema begins to call them secret",
        arguments: [
            (
                "{properties: {p: {type: string}}}", " {p: MARK}",
                "{properties: {p: {writeOnly: true}}}", " {p: {$env: X}}"
            ),
            (
                "{properties: {p: {type: string}}}", " {p: MARK}",
                "{properties: {p: {writeOnly: true}}}", " {}"
            ),
            ("{properties: {p: {type: string}}}", " {p: MARK}", "{}", " {p: other}"),
            (
                "{properties: {p: {type: string}}}", " {p: MARK}",
                "{properties: {p: {type: string}}}", " {p: {$env: X}}"
            ),
            (
                "{properties: {p: {default: MARK, enum: [MARK, MARK1], examples: [MARK]}}}", " {}",
                "{properties: {p: {writeOnly: true}}}", " {}"
            ),
            (
                "{properties: {p: {default: MARK, enum: [MARK, MARK1], examples: [MARK]}}}", " {}",
                "{properties: {p: {writeOnly: true, default: MARK, enum: [MARK, MARK1]}}}", " {}"
            ),
            ("[{key: p, type: string, default: MARK}]", " {}", "[{key: p, type: password}]", " {}"),
            (
                "[{key: p, type: string, default: MARK}]", " {}",
                "{properties: {p: {writeOnly: true}}}", " {}"
            ),
        ])
    func before(_ row: (String, String, String, String)) throws {
        let folder = try TemporaryFolder()
        func write(_ schema: String, _ settings: String) throws {
            let text = """
                apiVersion: connectorctl/v1
                kind: Connector
                id: k
                name: K
                url: https://g.example.com
                jsonSchema: \(schema)
                ---
                apiVersion: connectorctl/v1
                kind: PaymentMethod
                id: m
                name: M
                connector: k
                settings:\(settings)

                """
            try folder.write("c/a.yaml", text.replacing("MARK", with: "x" + Self.marker))
        }
        try write(row.0, row.1)
        _ = try Program.run(["apply", "--config", "c", "--auto-approve"], in: folder.url)
        try write(row.2, row.3)
        let commands =
            ["text", "json", "markdown"].map { ["plan", "--config", "c", "--format", $0] }
            + [
                ["plan", "--config", "c", "--out", "p.json"],
                ["apply", "p.json", "--auto-approve"],
            ]
        for arguments in commands {
            let outcome = try Program.run(arguments, in: folder.url)
            let text = outcome.text + outcome.errorText
            #expect(text.contains("•••"), "\(arguments): \(text)")
            #expect(!text.contains(Self.marker), "\(arguments): \(text)")
        }
    }

    @Test("are not shown of the events of a scenario", arguments: ["text", "json", "junit", "tap"])
    func scenarios(format: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "s.yaml",
            """
            apiVersion: connectorctl/v1
            kind: Scenario
            id: s
            start: 2026-01-05T10:00:00Z
            events:
              - {at: 0s, type: payment.created, payment: p, card: \(Self.marker), error: {x: \(Self.marker)}}
            expect: []

            """)
        for command in [["test", "s.yaml", "--format", format], ["validate", "s.yaml"]] {
            let outcome = try Program.run(command, in: folder.url)
            #expect(outcome.exitCode != 0)
            #expect(!(outcome.text + outcome.errorText).contains(Self.marker), "\(outcome.text)")
        }
    }

    @Test(
        "leave what is not a secret in plain sight",
        arguments: [
            (
                "[{key: mode, type: radio, options: [test, live], default: tset}]", " {}",
                "did you mean \"test\"?"
            ),
            (
                "{properties: {mode: {enum: [test, live]}}}", " {mode: tset}",
                "must be one of \"test\" or \"live\", not \"tset\""
            ),
            ("{}", " oops", "`settings` must be an object"),
            (
                "{properties: {s: {writeOnly: true}}}", " {s: {$env: BAD-NAME}}",
                "`$env` does not say where a secret is"
            ),
            ("{properties: {a: {type: array}}}", " {a: [1, 2}", "expected `,` or `]`"),
        ])
    func open(_ row: (String, String, String)) throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "c/a.yaml",
            "apiVersion: connectorctl/v1\nkind: Connector\nid: k\nname: K\nurl: https://g.example.com\njsonSchema: \(row.0)\n"
        )
        try folder.write(
            "c/b.yaml",
            "apiVersion: connectorctl/v1\nkind: PaymentMethod\nid: m\nname: M\nconnector: k\nsettings:\(row.1)\n"
        )
        let outcome = try Program.run(["validate", "c"], in: folder.url)
        #expect(outcome.text.contains(row.2), "\(outcome.text)")
    }
}
