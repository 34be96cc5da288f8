import TestSupport
import Testing

@Suite("The command generate")
struct GenerateCommandTests {
    @Test(
        "says what would be right",
        arguments: [
            ("--events 0", "`--events` cannot be 0"), ("--events x", "'x' is invalid"),
            ("--clients 0", "a whole number, 1 to 4000000000"),
            ("--rate 0", "1 to 1000000 payments in 1 to 86400 seconds"),
            ("--rate 1.5", "write payments per second, like 10"),
            ("--start yesterday", "write it like 2026-01-05T10:00:00Z"),
            ("--start 2260-12-31T23:00:00Z", "an earlier `--start`"),
            ("--failures 101", "write a number from 0 to 100, like 8 or 0.5"),
            ("--failures -1", "--failures"), ("--failures 8.", "'8.' is not a percentage"),
            ("--failures 0.25", "'0.25' is not a percentage"),
            ("--disorder 100.1", "is not a percentage"),
            ("--failures 60 --duplicates 40.5", "the shares of payments add up to 100.5 %"),
            ("--disorder-seconds 0", "`--disorder-seconds` cannot be 0"),
            ("more", "Unexpected argument"),
        ])
    func usage(_ options: String, _ expected: String) throws {
        let outcome = try Program.run("generate " + options)
        #expect(outcome.exitCode == 64)
        #expect(outcome.text.isEmpty)
        #expect(outcome.errorText.contains(expected), "\(outcome.errorText)")
    }

    @Test("writes shares of a thousand, too")
    func shares() throws {
        let outcome = try Program.run(
            "generate --events 1 --late-successes 99.9 --double-payments 0.1")
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        #expect(outcome.text.hasPrefix(#"{"id":"ev-00000001","type":"payment.created","at":"#))
    }

    @Test("writes a file that appears when it is complete")
    func file() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("events.ndjson")
        let outcome = try Program.run("generate --events 50 --out \(file)")
        #expect(outcome.exitCode == 0)
        #expect(outcome.text.isEmpty && outcome.errorText.isEmpty)
        #expect(try folder.names == ["events.ndjson"])
        let printed = try Program.run("generate --events 50").standardOutput
        #expect(folder.read("events.ndjson") == printed)
    }

    @Test("leaves no file where it is called wrongly or cannot write")
    func noFile() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("events.ndjson")
        #expect(try Program.run("generate --events 0 --out \(file)").exitCode == 64)
        #expect(try folder.names.isEmpty)
        #expect(try Program.run("generate --out \(folder.path("no/events"))").exitCode == 2)
        #expect(try Program.shell("\"$ctl\" generate > /dev/full").exitCode == 2)
    }

    @Test("a reader that has seen enough ends it without an error")
    func brokenPipe() throws {
        let outcome = try Program.shell(
            "{ \"$ctl\" generate --events 4000000000; echo $? >&2; } | head -c 6")
        #expect(outcome.text == #"{"id":"#)
        #expect(outcome.errorText == "0\n")
    }

    @Test("reports a configuration with errors, and one that nobody can pay with")
    func configurations() throws {
        let broken = try Program.run("generate --config samples/broken/connectors")
        #expect(broken.exitCode == 1)
        #expect(broken.text.isEmpty && broken.errorText.contains("error["))
        let folder = try TemporaryFolder()
        try folder.write(
            "a.yaml",
            """
            apiVersion: connectorctl/v1
            kind: Connector
            id: a
            name: A
            url: https://a.example
            jsonSchema: true
            """)
        let unused = try Program.run("generate --config \(folder.path)")
        #expect(unused.exitCode == 2)
        #expect(unused.errorText.contains("no active payment method"), "\(unused.errorText)")
    }
}
