import Foundation
import TestSupport
import Testing

/// What `generate` writes is what `replay` reads.
@Suite("Generated streams, replayed")
struct GeneratedReplayTests {
    /// The parts of `report.json` that matter here.
    struct Report: Decodable {
        struct Events: Decodable {
            let total: Int
            let applied: Int
        }
        struct Anomalies: Decodable {
            let total: Int
        }
        let events: Events
        let rules: [String: Int]
        let anomalies: Anomalies
    }

    /// Generates and replays with the shop's configuration or one like the methods used without one.
    private func report(_ options: String, in out: TemporaryFolder? = nil) throws -> Report {
        let folder = try out ?? TemporaryFolder()
        let config = try Self.configuration()
        let outcome = try Program.shell(
            "\"$ctl\" generate \(options) | \"$ctl\" replay --config \(config.path) "
                + "--out \(folder.path) --format json -")
        try #require(outcome.exitCode == 0, "\(outcome.errorText)")
        return try JSONDecoder().decode(Report.self, from: Data(outcome.standardOutput))
    }

    private static func configuration() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let methods = ["card", "pix", "paypal", "sepa", "ideal", "boleto"].map {
            "---\napiVersion: connectorctl/v1\nkind: PaymentMethod\nid: \($0)\nname: \($0)\n"
                + "connector: acme\n"
        }
        let connector = """
            apiVersion: connectorctl/v1
            kind: Connector
            id: acme
            name: Acme Pay
            url: https://gateway.example.com
            processingPeriodMinutes: 15
            jsonSchema: true

            """
        try folder.write("shop.yaml", connector + methods.joined())
        return folder
    }

    @Test(
        "each share of the mix has its rules",
        arguments: [
            (
                "--failures 0", ["payment-created", "attempt-started", "paid"],
                ["paid-late", "declined", "period-expired", "duplicate-ignored"]
            ),
            ("--late-successes 100", ["period-expired", "paid-late"], ["paid", "declined"]),
            (
                "--double-payments 100",
                ["period-expired", "paid", "paid-late-during-retry", "second-payment-returned"],
                ["paid-late", "declined"]
            ),
            ("--failures 100", ["declined", "declined-late", "paid", "period-expired"], []),
            ("--duplicates 100", ["duplicate-ignored", "paid"], ["period-expired", "declined"]),
        ])
    func mix(_ share: String, _ expected: [String], _ unexpected: [String]) throws {
        let report = try report("--events 240 \(share)")
        #expect(report.events.total == 240)
        #expect(report.events.applied == 240)
        #expect(report.anomalies.total == 0)
        for rule in expected { #expect(report.rules[rule, default: 0] > 0, "\(rule)") }
        for rule in unexpected { #expect(report.rules[rule] == 0, "\(rule)") }
    }

    @Test("the usual stream has most rules and nothing odd, with every seed", arguments: 1...4)
    func usual(seed: Int) throws {
        let report = try report("--events 1000 --seed \(seed) --second-producer 50")
        #expect(report.events.applied == 1000)
        #expect(report.anomalies.total == 0)
        let rules = [
            "payment-created", "attempt-started", "paid", "paid-late", "paid-late-during-retry",
            "second-payment-returned", "declined", "duplicate-ignored", "period-expired",
        ]
        for rule in rules { #expect(report.rules[rule, default: 0] > 0, "\(rule)") }
    }

    @Test("disorder changes when events are written, not what becomes of payments")
    func disorder() throws {
        let sorted = try TemporaryFolder()
        let disordered = try TemporaryFolder()
        let options = "--events 600 --duplicates 30"
        _ = try report(options, in: sorted)
        _ = try report(options + " --disorder 40 --disorder-seconds 600", in: disordered)
        for name in ["states.json", "balances.json"] {
            #expect(sorted.read(name) == disordered.read(name), "\(name)")
        }
        #expect(sorted.read("states.json")?.isEmpty == false)
    }

    @Test("a configuration gives methods, currencies and periods")
    func configured() throws {
        let config = "--config samples/shop/connectors"
        let outcome = try Program.shell(
            "\"$ctl\" generate --events 400 \(config) "
                + "| \"$ctl\" replay \(config) --fail-on-anomalies --format json -")
        #expect(outcome.exitCode == 0, "\(outcome.errorText)\(outcome.text)")
        let report = try JSONDecoder().decode(Report.self, from: Data(outcome.standardOutput))
        for rule in ["paid-late", "second-payment-returned", "declined"] {
            #expect(report.rules[rule, default: 0] > 0, "\(rule)")
        }
    }
}
