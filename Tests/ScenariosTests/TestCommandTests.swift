import Foundation
import TestSupport
import Testing

@Suite("connectorctl test")
struct TestCommandTests {
    @Test("passes on the samples")
    func samples() throws {
        let outcome = try Program.run("test samples")
        #expect(outcome.exitCode == 0)
        #expect(outcome.text.contains("13 scenarios: 13 passed"))
        #expect(outcome.errorText == "")
    }

    @Test("fails at the line of a broken expectation, with a diff")
    func broken() throws {
        let folder = try TemporaryFolder()
        let samples = ProjectFiles.path("samples")
        _ = try Program.shell("cp -r '\(samples)' '\(folder.path)/samples'")
        let path = "samples/shop/scenarios/late.yaml"
        let text = String(decoding: try #require(folder.read(path)), as: UTF8.self)
        let broken = text.replacing("balance: \"100.00\"", with: "balance: \"200.00\"")
        try folder.write(path, broken)
        let line =
            try #require(
                broken.split(separator: "\n", omittingEmptySubsequences: false)
                    .firstIndex { $0.contains("200.00") }) + 1
        let outcome = try Program.run(["test", "samples"], in: folder.url)
        #expect(outcome.exitCode == 1)
        #expect(outcome.text.contains("--> samples/shop/scenarios/late.yaml:\(line):"))
        #expect(outcome.text.contains("= note: expected: \"200.00\""))
        #expect(outcome.text.contains("= note: actual:   \"100.00\""))
    }

    @Test(
        "never passes when there is nothing to run",
        arguments: [
            ("samples/shop/connectors", "there is no scenario in `samples/shop/connectors`"),
            ("samples/shop/connectors/methods/cards.yaml", "there is no scenario in"),
            (
                "samples --filter nothing-like-this",
                "none of the 13 scenarios in `samples` has an id"
            ),
        ])
    func nothing(row: (arguments: String, message: String)) throws {
        let outcome = try Program.run("test " + row.arguments)
        #expect(outcome.exitCode == 2)
        #expect(outcome.text == "")
        #expect(outcome.errorText.contains(row.message))
    }

    @Test("does not record what no reader would take")
    func recordHuge() throws {
        let folder = try TemporaryFolder()
        let message = String(repeating: "m", count: 9000)
        let lines = (0..<1000).map { number in
            number == 0
                ? "{\"at\":\"2026-01-01T00:00:00Z\",\"type\":\"payment.created\",\"payment\":\"p\","
                    + "\"client\":\"c\",\"method\":\"m\",\"amount\":1,\"currency\":\"EUR\"}"
                : "{\"at\":\"2026-01-01T00:00:00Z\",\"type\":\"gateway.result\",\"payment\":\"p\","
                    + "\"attempt\":\"a\",\"outcome\":\"failed\",\"error\":{\"message\":\"\(message)\"}}"
        }
        try folder.write("huge.ndjson", lines.joined(separator: "\n") + "\n")
        let outcome = try Program.run([
            "test", "--record", folder.path("huge.ndjson"), "--config", "samples/shop/connectors",
            "--out", folder.path("huge.yaml"),
        ])
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains("a YAML file may have 8388608"))
        #expect(outcome.errorText.contains("--until"))
        #expect(folder.read("huge.yaml") == nil)
    }

    @Test("runs those whose id matches")
    func filter() throws {
        let outcome = try Program.run("test samples --filter '^late-' --format tap")
        #expect(outcome.exitCode == 0)
        #expect(outcome.text.hasPrefix("TAP version 14\n1..2\nok 1 - late-success-still-pays"))
    }

    @Test(
        "says what is wrong with its options",
        arguments: [
            ("--filter '('", "--filter is not a regular expression"),
            ("--min-coverage 101", "--min-coverage must be a whole number from 0 to 100"),
            ("--out x.yaml", "--config, --out and --until need --record"),
            ("samples --record x.ndjson", "--record writes a scenario and does not run any"),
            ("--format xml", "Please provide one of 'text', 'json', 'junit' or 'tap'"),
        ])
    func usage(row: (arguments: String, message: String)) throws {
        let outcome = try Program.run("test " + row.arguments)
        #expect(outcome.exitCode == 64)
        #expect(outcome.errorText.contains(row.message), "\(outcome.errorText)")
    }

    @Test("records a scenario that passes")
    func record() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run([
            "test", "--record", "samples/shop/events.ndjson", "--config",
            "samples/shop/connectors", "--out", folder.path("day.yaml"),
        ])
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        let run = try Program.run(["test", folder.path("day.yaml")])
        #expect(run.text.contains("1 scenario: 1 passed"), "\(run.text)")
        let again = try Program.run([
            "test", "--record", "samples/shop/events.ndjson", "--config",
            "samples/shop/connectors", "--out", folder.path("day.yaml"),
        ])
        #expect(again.exitCode == 2, "a file that is there is not replaced")
    }

    @Test("lets many events stay in their file")
    func recordMany() throws {
        let folder = try TemporaryFolder()
        let events = folder.path("many.ndjson")
        _ = try Program.run(["generate", "--events", "3000", "--out", events])
        let arguments = ["test", "--record", events, "--config", "samples/shop/connectors"]
        let refused = try Program.run(arguments)
        #expect(refused.exitCode == 2)
        #expect(refused.errorText.contains("give --out"))
        let outcome = try Program.run(arguments + ["--out", folder.path("many.yaml")])
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        let text = String(decoding: try #require(folder.read("many.yaml")), as: UTF8.self)
        #expect(text.contains("eventsFile: many.ndjson"))
        let run = try Program.run(["test", folder.path("many.yaml")])
        #expect(run.text.contains("1 scenario: 1 passed"), "\(run.text)")
    }

    @Test("runs scenarios that name each other's folders the same way in any order of paths")
    func order() throws {
        let one = try Program.run("test samples/shop/scenarios/late.yaml samples --format json")
        let other = try Program.run("test samples samples/shop/scenarios/late.yaml --format json")
        #expect(one.standardOutput == other.standardOutput)
        #expect(one.exitCode == 0)
    }
}
