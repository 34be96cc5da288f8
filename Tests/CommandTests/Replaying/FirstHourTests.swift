import TestSupport
import Testing

/// What goes wrong in the first hour says what to do.
@Suite("Events that are given in the wrong way")
struct FirstHourTests {
    private static let events = [
        #"{"id":"ev-1","type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"order-1","#
            + #""client":"cli-77","method":"card","amount":"1.00","currency":"EUR"}"#,
        #"{"type":"payment.attempted","at":"2026-01-05T10:01:00Z","payment":"order-1","attempt":"try-1"}"#,
    ]

    private static func run(_ arguments: String, in folder: TemporaryFolder) throws -> String {
        let outcome = try Program.shell(
            "cd '\(folder.path)' && \"$ctl\" \(arguments) 2>&1")
        return outcome.text + "exit \(outcome.exitCode)\n"
    }

    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("e.ndjson", events.map { $0 + "\n" }.joined())
        try folder.write("folder/e.ndjson", "")
        try folder.write("packed.ndjson", bytes: [0x1F, 0x8B, 0x08, 0x00])
        try folder.write("config/connectors.yaml", configuration)
        return folder
    }

    private static let configuration = """
        apiVersion: connectorctl/v1
        kind: Connector
        id: acme
        name: acme
        url: https://gateway.example/acme
        jsonSchema: {type: object}
        ---
        apiVersion: connectorctl/v1
        kind: PaymentMethod
        id: card
        name: card
        connector: acme
        settings: {}

        """

    @Test(
        "say how they are to be given",
        arguments: [
            (
                "replay --config config e.ndjson.gz",
                """
                error: `e.ndjson.gz` is compressed (gzip)
                  = hint: decompress it: `gunzip -c e.ndjson.gz | connectorctl … -`
                exit 64

                """
            ),
            (
                "replay --config config packed.ndjson",
                """
                error: `packed.ndjson` is compressed (gzip)
                  = hint: decompress it: `gunzip -c packed.ndjson | connectorctl … -`
                exit 2

                """
            ),
            (
                "replay --config config folder",
                """
                error: `folder` is a folder, not a file of events
                  = hint: name its files, as in `folder/*.ndjson`
                exit 2

                """
            ),
        ])
    func inputs(arguments: String, expected: String) throws {
        #expect(try Self.run(arguments, in: Self.folder()) == expected)
    }

    @Test(
        "say what an identifier is that is not that of a payment",
        arguments: [
            ("cli-77", "`cli-77` is a client; explain one of its payments, such as `order-1`"),
            ("try-1", "`try-1` is an attempt of the payment `order-1`"),
            ("ev-1", "`ev-1` is the identifier of an event of the payment `order-1`"),
            ("order-2", "did you mean `order-1`?"),
        ])
    func identifiers(name: String, hint: String) throws {
        let text = try Self.run(
            "explain --config config --payment \(name) e.ndjson", in: Self.folder())
        #expect(
            text == "error: no event names the payment `\(name)`\n  = hint: \(hint)\nexit 2\n")
    }

    @Test("say that nothing was written, and how invalid ones are set aside")
    func quarantine() throws {
        let folder = try Self.folder()
        try folder.write("bad.ndjson", "{}\n")
        let text = try Self.run("replay --config config --out out bad.ndjson", in: folder)
        #expect(
            text.hasSuffix(
                """
                note: nothing was written, since not all events are valid
                  = hint: correct them, or set them aside with --on-invalid quarantine
                exit 1

                """))
        #expect(folder.read("out/states.json") == nil)
        try folder.write("broken.json", "[{]")
        let broken = try Self.run("replay --config config broken.json", in: folder)
        #expect(broken.contains("  = hint: correct them\n"))
    }

    @Test("warn of one that is dated far beyond the rest")
    func clockJump() throws {
        let folder = try Self.folder()
        let late = Self.events[1].replacing("2026", with: "2206").replacing("try-1", with: "try-2")
        try folder.write("late.ndjson", late + "\n")
        let text = try Self.run("replay --config config e.ndjson late.ndjson", in: folder)
        #expect(
            text.contains(
                """

                warning: late.ndjson:1 is dated 180 years after all other events, the last of which is at 2026-01-05T10:01:00Z; this moves the clock to 2206-01-05T10:01:00Z, so that all timers fire
                  = hint: correct the time, or stop the clock with --until

                """))
    }
}
