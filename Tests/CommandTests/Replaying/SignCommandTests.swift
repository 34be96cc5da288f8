import Foundation
import TestSupport
import Testing

@Suite("sign, and replay --verify-signatures")
struct SignCommandTests {
    private static let config = "spec/conformance/configurations/card"
    private static let key = String(repeating: "5a", count: 32)
    private static let salt = String(repeating: "c3", count: 32)
    private static let events = """
        {"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"p-1","client":"c-1",\
        "method":"card","amount":"1.00","currency":"EUR"}
        {"type":"payment.attempted","at":"2026-01-05T10:01:00Z","payment":"p-1","attempt":"a-1"}
        {"type":"gateway.result","at":"2026-01-05T10:02:00Z","payment":"p-1","attempt":"a-1",\
        "outcome":"succeeded"}

        """

    private static func keyFile(
        _ entry: String = #"{"connector":"acme","key":"\#(key)","previous":null}"#
    ) -> String {
        #"{"formatVersion":1,"lineage":"test","generations":[{"serial":1,"salt":"\#(salt)","#
            + #""keys":[\#(entry)]}]}"#
    }

    private let folder: TemporaryFolder
    private let keys: String
    private let events: String

    init() throws {
        folder = try TemporaryFolder()
        keys = try folder.writeSecret("keys.json", bytes: Self.keyFile().utf8)
        events = try folder.write("events.ndjson", Self.events)
    }

    private func sign(_ arguments: [String], input: String = "") throws -> Program.Outcome {
        try Program.run(
            ["sign", "--config", Self.config, "--keys", keys] + arguments, input: Array(input.utf8))
    }

    private func replay(_ arguments: [String]) throws -> Program.Outcome {
        try Program.run(["replay", "--config", Self.config] + arguments)
    }

    @Test("signs from files and from standard input, to files and to standard output")
    func places() throws {
        let signed = try sign([events])
        #expect(signed.exitCode == 0 && signed.standardError.isEmpty)
        #expect(signed.text.split(separator: "\n").last?.contains(#","signature":""#) ?? false)
        #expect(try sign(["-"], input: Self.events).text == signed.text)
        let out = folder.path("signed.ndjson")
        let written = try sign(["--out", out, events])
        #expect(written.standardOutput.isEmpty && written.exitCode == 0)
        #expect(folder.read("signed.ndjson") == signed.standardOutput)
        // Once more, and never in place.
        #expect(try sign(["--out", out, out]).exitCode == 64)
        #expect(try sign(["--out", folder.path("again.ndjson"), out]).exitCode == 0)
        #expect(folder.read("again.ndjson") == signed.standardOutput)
        let verified = try replay(["--verify-signatures", "--keys", keys, out])
        #expect(verified.exitCode == 0 && verified.text.contains("1 valid, 0 invalid"))
        let refused = try replay([
            "--verify-signatures", "--keys", keys, "--fail-on-anomalies", events,
        ])
        #expect(refused.exitCode == 1 && refused.text.contains("0 valid, 1 invalid"))
    }

    @Test("counts what is left unsigned, and fails with --strict only")
    func strict() throws {
        try folder.writeSecret("keys.json", bytes: Self.keyFile("").utf8)
        let (lenient, strict) = (try sign([events]), try sign(["--strict", events]))
        #expect(lenient.exitCode == 0 && strict.exitCode == 1)
        for outcome in [lenient, strict] {
            #expect(outcome.text == Self.events)
            #expect(outcome.errorText.contains("1 of connectors without a key"))
        }
    }

    @Test("reports invalid events, and writes nothing")
    func invalid() throws {
        let out = folder.path("signed.ndjson")
        for arguments in [["-"], ["--out", out, "-"]] {
            let outcome = try sign(arguments, input: Self.events + "{\n")
            #expect(outcome.exitCode == 1 && outcome.standardOutput.isEmpty)
            #expect(outcome.errorText.contains("error[event-json-invalid]"))
        }
        #expect(folder.read("signed.ndjson") == nil)
    }

    @Test("ends where nobody reads any more, and fails where nothing can be written")
    func pipes() throws {
        let line =
            "\"$ctl\" sign --config \(Self.config) --keys '\(keys)' '\(events)'"
        #expect(try Program.shell(line + " >/dev/full").exitCode == 2)
        #expect(try Program.shell("{ \(line); echo $? >&2; } | :").errorText == "0\n")
    }

    @Test(
        "need both options, and other places for what they write",
        arguments: [
            ["replay", "--verify-signatures", "EVENTS"], ["replay", "--keys", "KEYS", "EVENTS"],
            ["replay", "--verify-signatures", "--keys", "KEYS", "--checkpoint", "KEYS", "EVENTS"],
            ["sign", "EVENTS"], ["sign", "--keys", "KEYS", "--out", "KEYS", "EVENTS"],
            ["sign", "--keys", "KEYS", "EVENTS", "other.json"],
        ])
    func usage(arguments: [String]) throws {
        let before = folder.read("keys.json")
        let outcome = try Program.run(
            arguments.map { $0 == "KEYS" ? keys : $0 == "EVENTS" ? events : $0 }
                + ["--config", Self.config])
        #expect(outcome.exitCode == 64, "\(outcome.errorText)")
        #expect(outcome.standardOutput.isEmpty)
        #expect(folder.read("keys.json") == before)
    }

    struct BadFile: Sendable, CustomTestStringConvertible {
        let name: String
        let content: String?
        var mode = 0o600
        let message: String
        let hint: String
        var testDescription: String { name }
    }

    @Test(
        "say what is wrong with a key file, and how to mend it",
        arguments: [
            BadFile(
                name: "open to others", content: keyFile(), mode: 0o640, message: "mode 640",
                hint: "chmod 600 "),
            BadFile(
                name: "missing", content: nil, message: "there is no key file", hint: "apply"),
            BadFile(
                name: "damaged", content: "{\n\"formatVersion\":1", message: "line 2",
                hint: "restore"),
            BadFile(
                name: "newer", content: #"{"formatVersion":9}"#, message: "version 9",
                hint: "version of the program"),
            BadFile(
                name: "shared", content: keyFile(#"{"connector":"acme","env":"NO_SUCH_KEY_1"}"#),
                message: "`NO_SUCH_KEY_1`, which is not set", hint: "shared with the gateway"),
        ])
    func keyFiles(file: BadFile) throws {
        try FileManager.default.removeItem(atPath: keys)
        if let content = file.content {
            try folder.write("keys.json", content)
            try FileManager.default.setAttributes(
                [.posixPermissions: file.mode], ofItemAtPath: keys)
        }
        for outcome in [
            try sign(["-"], input: "{"),
            try replay(["--verify-signatures", "--keys", keys, events]),
        ] {
            #expect(outcome.exitCode == 2 && outcome.standardOutput.isEmpty)
            #expect(outcome.errorText.contains(file.message))
            #expect(outcome.errorText.contains("hint: ") && outcome.errorText.contains(file.hint))
            #expect(!outcome.errorText.contains(Self.key))
        }
    }

    @Test("take a shared key from the environment")
    func shared() throws {
        try folder.writeSecret(
            "keys.json", bytes: Self.keyFile(#"{"connector":"acme","env":"SHARED_KEY_1"}"#).utf8)
        func run(_ key: String, _ arguments: [String]) throws -> Program.Outcome {
            try Program.start(arguments, environment: ["SHARED_KEY_1": key]).outcome()
        }
        let signed = try run(
            "test-secret", ["sign", "--config", Self.config, "--keys", keys, events])
        let path = try folder.write("signed.ndjson", bytes: signed.standardOutput)
        let arguments = [
            "replay", "--config", Self.config, "--verify-signatures", "--keys", keys, path,
        ]
        #expect(try run("test-secret", arguments).text.contains("1 valid, 0 invalid"))
        #expect(try run("test-secret2", arguments).text.contains("0 valid, 1 invalid"))
    }

    @Test("tell `explain` why a result was refused")
    func explained() throws {
        func explain(_ arguments: [String]) throws -> Program.Outcome {
            try Program.run(
                ["explain", "--config", Self.config, "--payment", "p-1", events] + arguments)
        }
        let verified = try explain(["--verify-signatures", "--keys", keys])
        #expect(verified.exitCode == 0 && verified.text.contains("invalid-signature"))
        #expect(verified.text.contains("is missing or is not that of"))
        #expect(try explain([]).text.contains("completed"))
    }

    @Test("never write a key")
    func secrecy() throws {
        let out = folder.path("out")
        let signed = folder.path("signed.ndjson")
        let outcomes = [
            try sign([events]), try sign(["--out", signed, events]),
            try replay([
                "--verify-signatures", "--keys", keys, "--out", out, "--trace", "--format", "json",
                "--checkpoint", folder.path("checkpoint"), signed,
            ]),
        ]
        var written = outcomes.flatMap { [$0.standardOutput, $0.standardError] }
        let outFolder = folder.url.appending(path: "out")
        for name in try ProjectFiles.names(in: outFolder) {
            written.append(Array(try Data(contentsOf: outFolder.appending(path: name))))
        }
        written += ["checkpoint", "signed.ndjson"].map { folder.read($0) ?? [] }
        #expect(written.count == 13)
        for bytes in written {
            let text = String(decoding: bytes, as: UTF8.self).lowercased()
            #expect(!text.contains(Self.key) && !text.contains(Self.salt))
            #expect(!text.contains(String(repeating: "Z", count: 32).lowercased()))
        }
    }
}
