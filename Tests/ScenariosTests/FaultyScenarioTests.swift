import Scenarios
import SourceText
import TestSupport
import Testing

/// What is wrong with a scenario is said at its line, and keeps it from running.
@Suite("A faulty scenario")
struct FaultyScenarioTests {
    /// Part of a scenario, in which `↓` marks what is wrong; without it, that is the whole.
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let code: String

        var testDescription: String { name }

        init(_ name: String, _ code: String, _ text: String) {
            (self.name, self.code, self.text) = (name, code, text)
        }
    }

    private static let one =
        "events:\n  - {at: 1m, type: payment.created, payment: p1, client: c1, method: card, "
        + "amount: \"1.00\", currency: EUR}\n"
    /// What comes three minutes after the start.
    private static let later =
        "  - {at: 3m, type: payment.created, payment: p2, client: c2, method: card, "
        + "amount: \"1.00\", currency: EUR}\n"
        + "  - {at: 3m, type: payment.attempted, payment: p1, attempt: a1}\n"
    private static let sound = "expect:\n  - {payment: p1, status: waiting-for-payment}\n"

    private static let rows = [
        Row("no events", "scenario-without-events", "events: ↓[]\n" + sound),
        Row("neither events nor a file", "missing-key", sound),
        Row("both events and a file", "invalid-value", one + "eventsFile: ↓x.ndjson\n" + sound),
        Row("no expectations", "invalid-value", one + "expect: ↓[]\n"),
        Row(
            "an event before the start", "scenario-time-outside",
            "start: 2026-01-01T00:00:00Z\nevents:\n  - {at: ↓2025-12-31T23:59:59Z, type: "
                + "payment.created, payment: p1, client: c1, method: card, amount: 1, "
                + "currency: EUR}\n" + sound),
        Row(
            "an expectation before the start", "scenario-time-outside",
            one + "expect:\n  - {at: ↓2025-01-01T00:00:00Z, payment: p1, paidBy: null}\n"),
        Row(
            "an expectation after the end", "scenario-time-outside",
            one + "until: 2m\nexpect:\n  - {at: ↓3m, payment: p1, paidBy: null}\n"),
        Row(
            "an expectation after the last event", "scenario-time-outside",
            one + "expect:\n  - {at: ↓1m1ms, payment: p1, paidBy: null}\n"),
        Row(
            "units in the wrong order", "scenario-time-invalid",
            one + "until: ↓1m1h\n" + sound),
        Row("a time beyond the range", "scenario-time-invalid", one + "until: ↓90000d\n" + sound),
        Row(
            "a start that is no time", "scenario-time-invalid",
            "start: ↓2026-02-30T00:00:00Z\n" + one + sound),
        Row(
            "more digits than the currency has", "event-amount-invalid",
            "events:\n  - {at: 0s, type: payment.created, payment: p1, client: c1, method: card, "
                + "amount: ↓\"1.001\", currency: EUR}\n" + sound),
        Row(
            "a currency without a minor unit", "event-currency-unknown",
            "events:\n  - {at: 0s, type: payment.created, payment: p1, client: c1, method: card, "
                + "amount: 1, currency: ↓XAU}\n" + sound),
        Row(
            "a balance in no currency", "currency-unknown",
            one + "expect:\n  - {client: c1, currency: ↓XAU, balance: \"0.00\"}\n"),
        Row(
            "an unknown payment", "scenario-name-unknown",
            one + "expect:\n  - {payment: ↓p11, status: completed}\n"),
        Row(
            "an unknown attempt", "scenario-name-unknown",
            one + "expect:\n  - {payment: p1, attempts: {↓a1: {late: false}}}\n"),
        Row(
            "an unknown client", "scenario-name-unknown",
            one + "expect:\n  - {client: ↓c, currency: EUR, balance: \"0.00\"}\n"),
        Row(
            "an anomaly of an unknown payment", "scenario-name-unknown",
            one + "expect:\n  - {anomalies: [{kind: unknown-attempt, payment: ↓p}]}\n"),
        Row(
            "an expectation about nothing", "invalid-value",
            one + "expect:\n  - ↓{payment: p1}\n"),
        Row(
            "an expectation about nothing at some time", "invalid-value",
            one + "expect:\n  - ↓{payment: p1, at: 1m}\n"),
        Row(
            "an expectation about no attempts", "invalid-value",
            one + "expect:\n  - {payment: p1, attempts: ↓{}}\n"),
        Row(
            "no event before the clock stops", "scenario-without-events",
            "until: 30s\n" + one.replacing("\n  - ", with: "\n  ↓- ")
                + "expect:\n  - {client: c1, currency: EUR, balance: \"0.00\"}\n"),
        Row(
            "a payment that is created after the clock stops", "scenario-name-unknown",
            one + later + "until: 2m\nexpect:\n  - {payment: ↓p2, status: completed}\n"),
        Row(
            "a client of a payment after the clock stops", "scenario-name-unknown",
            one + later
                + "until: 2m\nexpect:\n  - {client: ↓c2, currency: EUR, balance: \"0.00\"}\n"),
        Row(
            "an attempt after the clock stops", "scenario-name-unknown",
            one + later
                + "until: 2m\nexpect:\n  - {payment: p1, attempts: {↓a1: {late: false}}}\n"),
        Row(
            "a rule that does not exist", "invalid-value",
            one + "expect:\n  - {payment: p1, rules: [↓paid-early]}\n"),
        Row(
            "a file of events that is not there", "scenario-file-not-found",
            "eventsFile: ↓gone.ndjson\n" + sound),
        Row(
            "a file of no known kind", "scenario-file-not-found",
            "eventsFile: ↓events.txt\n" + sound),
        Row(
            "a file without events", "scenario-without-events",
            "eventsFile: ↓empty.ndjson\n" + sound),
        Row(
            "a name that the file of events does not have", "scenario-name-unknown",
            "eventsFile: events.ndjson\nexpect:\n  - {payment: ↓p9, status: completed}\n"),
    ]

    @Test("has a diagnostic at its line, and does not run", arguments: rows)
    func diagnostics(row: Row) throws {
        let folder = try ScenarioFolder()
        let marked = ScenarioFolder.head("faulty") + row.text
        let parts = marked.split(separator: "↓", omittingEmptySubsequences: false)
        try folder.write("faulty.yaml", parts.joined())
        try folder.write("empty.ndjson", "\n")
        try folder.write(
            "events.ndjson",
            "{\"at\":\"2026-01-01T00:00:00Z\",\"type\":\"payment.created\",\"payment\":\"p1\","
                + "\"client\":\"c1\",\"method\":\"card\",\"amount\":1,\"currency\":\"EUR\"}\n")
        let result = try #require(try folder.run().results.first)
        #expect(result.word == "error")
        #expect(result.diagnostics.map(\.code.name) == [row.code])
        let place = parts.count > 1 ? parts[0].utf8.count : 0
        #expect(result.diagnostics.first?.span.range.start == place)
    }

    @Test("is not one whose file of events begins before the start")
    func recordedEarlier() throws {
        let folder = try ScenarioFolder()
        try folder.write(
            "events.ndjson",
            "{\"at\":\"2020-01-01T00:00:00Z\",\"type\":\"payment.created\",\"payment\":\"p1\","
                + "\"client\":\"c1\",\"method\":\"card\",\"amount\":1,\"currency\":\"EUR\"}\n")
        try folder.write(
            "early.yaml",
            ScenarioFolder.head("early")
                + "eventsFile: events.ndjson\nuntil: 2020-01-02T00:00:00Z\n"
                + "expect:\n  - {at: 2020-01-01T12:00:00Z, payment: p1, createdAt: "
                + "2020-01-01T00:00:00Z}\n")
        let results = try folder.run().results
        #expect(results.map(\.word) == ["passed"], "\(results.map(\.diagnostics))")
    }

    @Test("leaves the others to run, whatever is wrong with it")
    func others() throws {
        let folder = try ScenarioFolder()
        try folder.write("a-good", expecting: ["{payment: p1, paidBy: a1}"])
        try folder.write("b-torn.yaml", "apiVersion: connectorctl/v1\nkind: Scenario\nid: [\n")
        try folder.write("c-other.yaml", "apiVersion: connectorctl/v1\nkind: Reseller\nid: x\n")
        try folder.write(
            "d-twice.yaml",
            ScenarioFolder.head("a-good") + ScenarioFolder.events
                + "expect:\n  - {payment: p1, paidBy: a1}\n")
        let report = try folder.run()
        #expect(report.results.map(\.word) == ["passed", "error", "error"])
        #expect(
            report.results.map { $0.diagnostics.map(\.code.name) }
                == [[], ["duplicate-id"], ["yaml-syntax"]])
    }

    @Test("is told by its kind as YAML reads it, and is not lost where the kind is misspelt")
    func kinds() throws {
        let folder = try ScenarioFolder()
        let body = "id: x\nexpect: [{anomalies: []}]\n"
        let heads = [
            "kind: \"Scen\\x61rio\"", "kind: scenario", "kind: Scenaro", "", "kind: [Scenario]",
            "kind: Connector", "kind: Metod",
        ]
        for (number, head) in heads.enumerated() {
            try folder.write("\(number).yaml", "apiVersion: connectorctl/v1\n\(head)\n\(body)")
        }
        let report = try folder.run()
        #expect(
            report.results.flatMap { $0.diagnostics.map(\.code.name) }
                == [
                    "missing-key", "kind-unknown", "kind-unknown", "kind-missing", "kind-unknown",
                ])
        #expect(report.fileCount == 5)
    }

    @Test("whose configuration has errors does not run, and says so where it names it")
    func configuration() throws {
        let folder = try ScenarioFolder()
        try folder.folder.write(
            "config/more.yaml",
            "apiVersion: connectorctl/v1\nkind: PaymentMethod\nid: m\nname: M\nconnector: gone\n"
                + "settings: {}\n")
        try folder.write("tested", expecting: ["{payment: p1, paidBy: a1}"])
        let result = try #require(try folder.run().results.first)
        #expect(result.diagnostics.map(\.code.name) == ["scenario-config-invalid"])
        #expect(result.diagnostics.first?.pointer == "/config")
    }

    @Test("does not spoil the folder's configuration for the others")
    func sameFolder() throws {
        let folder = try ScenarioFolder()
        let head = "apiVersion: connectorctl/v1\nkind: Scenario\n"
        let tail = ScenarioFolder.events + "expect:\n  - {payment: p1, paidBy: a1}\n"
        try folder.write("config.yaml", ScenarioFolder.configuration)
        try folder.write("good.yaml", head + "id: good\n" + tail)
        try folder.write("bad.yaml", head + "id: bad\nuntil: never\n" + tail)
        let results = try folder.run().results
        #expect(results.map(\.word) == ["error", "passed"], "\(results.map(\.diagnostics))")
    }
}
