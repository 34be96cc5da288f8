import TestSupport
import Testing

@Suite("The command explain")
struct ExplainTests {
    private static let shop = "explain --config samples/shop/connectors"
    private static let events = "samples/shop/events.ndjson"

    @Test(
        "what the exit code says",
        arguments: [
            ("--payment order-1042", 0, ""), ("--payment order-0999", 0, ""),
            ("--payment order-1042 --format json", 0, ""),
            ("--payment order-1042 --format mermaid", 0, ""),
            ("--payment order-1042 --why-not processing --threads 1", 0, ""),
            ("--payment order-1O42", 2, "no event names the payment `order-1O42`"),
            ("--payment ''", 2, "no event names the payment ``"),
            (
                "--payment order-1023 --until 2026-01-05T10:00:00Z", 2,
                "hint: its first event is at 2026-01-05T21:50:00Z"
            ),
            ("--payment order-1042 nowhere.ndjson", 2, "nowhere.ndjson"),
            ("", 64, "the option `--payment <id>` is missing"),
            ("--payment a --format xml", 64, "xml"),
            (
                "--payment a --why-not paid", 64,
                "write waiting-for-payment, processing or completed"
            ),
            ("--payment a --why-not completed --format mermaid", 64, "not with mermaid"),
            ("--payment a --threads 0", 64, "--threads"),
            ("--payment a --until never", 64, "never"),
            ("--payment a events.csv", 64, "events.csv"),
        ])
    func code(_ arguments: String, _ expected: Int32, _ words: String) throws {
        let outcome = try Program.run("\(Self.shop) \(arguments) \(Self.events)")
        #expect(outcome.exitCode == expected, "\(outcome.text)\(outcome.errorText)")
        #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
        #expect(outcome.errorText.isEmpty == (expected == 0))
        #expect(outcome.text.isEmpty == (expected != 0))
    }

    @Test("what was meant is suggested, also from standard input")
    func suggestions() throws {
        let file = try Program.run("\(Self.shop) --payment order-1O42 \(Self.events)")
        #expect(file.errorText.contains("hint: did you mean `order-1042`"), "\(file.errorText)")
        let piped = try Program.shell(
            "\"$ctl\" \(Self.shop) --payment order-1O42 - < \(Self.events)")
        #expect(piped.errorText == file.errorText)
        let far = try Program.run("\(Self.shop) --payment nothing-like-it \(Self.events)")
        #expect(far.errorText == "error: no event names the payment `nothing-like-it`\n")
    }

    @Test("a configuration with errors is reported as by a replay")
    func configuration() throws {
        let arguments = "--config samples/broken/connectors \(Self.events)"
        let replay = try Program.run("replay " + arguments)
        let explain = try Program.run("explain --payment order-1042 " + arguments)
        #expect(explain.exitCode == 1)
        #expect(explain.errorText == replay.errorText)
        #expect(explain.text.isEmpty)
    }

    @Test("invalid events fail, or are passed over", arguments: ["fail", "quarantine"])
    func invalid(policy: String) throws {
        let folder = try TemporaryFolder()
        let events = try folder.write(
            "e.ndjson",
            """
            {"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"p","client":"c",\
            "method":"card","amount":"1","currency":"EUR"}
            {"type":"payment.paid"}
            {"type":"gateway.result","at":"2026-01-05T10:01:00Z","payment":"p","attempt":"a-9",\
            "outcome":"succeeded"}
            """)
        let options = "--payment p --on-invalid \(policy) \(events)"
        let outcome = try Program.run("\(Self.shop) \(options)")
        if policy == "fail" {
            #expect(outcome.exitCode == 1)
            #expect(outcome.errorText.contains("e.ndjson:2:"), "\(outcome.errorText)")
            #expect(outcome.text.isEmpty)
        } else {
            #expect(outcome.exitCode == 0, "\(outcome.errorText)")
            #expect(outcome.text.contains("e.ndjson:3\n"), "\(outcome.text)")
            #expect(outcome.text.contains("1 invalid and passed over"))
        }
    }

    @Test("threads do not matter, and neither does the order of the lines")
    func sameBytes() throws {
        let options = "--payment order-1005 --why-not waiting-for-payment --format json"
        let one = try Program.run("\(Self.shop) \(options) --threads 1 \(Self.events)")
        let three = try Program.run("\(Self.shop) \(options) --threads 3 \(Self.events)")
        #expect(one.text == three.text)
        let shuffled = try Program.shell(
            "sort -r \(Self.events) | \"$ctl\" \(Self.shop) --payment order-1005 --format mermaid -"
        )
        let sorted = try Program.run(
            "\(Self.shop) --payment order-1005 --format mermaid \(Self.events)")
        #expect(shuffled.text == sorted.text)
    }

    @Test("the help has an example that works")
    func help() throws {
        let help = try Program.run("help explain").text
        // The terminal's width may have put it on several lines.
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { $0 != "Example:" }.dropFirst().prefix { !$0.isEmpty }
        let example = lines.joined(separator: " ").split(separator: " ").dropFirst()
        let outcome = try Program.run(example.joined(separator: " "))
        #expect(outcome.exitCode == 0)
        #expect(outcome.text.hasPrefix("order-1042: 100.00 EUR, owed by c-ada"))
    }

    @Test("a full disk is not a success")
    func fullDisk() throws {
        let outcome = try Program.shell(
            "\"$ctl\" \(Self.shop) --payment order-1042 \(Self.events) > /dev/full")
        #expect(outcome.exitCode == 2)
    }
}
