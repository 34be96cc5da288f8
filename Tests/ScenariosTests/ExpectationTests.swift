import Documents
import Scenarios
import TestSupport
import Testing

@Suite("An expectation")
struct ExpectationTests {
    /// An expectation that is met, and one that is not, with what is said of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let met: String
        let unmet: String
        let subject: String
        let expected: String
        let actual: String

        var testDescription: String { unmet }

        init(
            _ met: String, _ unmet: String, _ subject: String, _ expected: String, _ actual: String
        ) {
            (self.met, self.unmet, self.subject) = (met, unmet, subject)
            (self.expected, self.actual) = (expected, actual)
        }
    }

    private static let rows = [
        Row(
            "{payment: p1, client: c1}", "{payment: p1, client: c2}", "`client` of payment `p1`",
            "c2", "c1"),
        Row(
            "{payment: p2, method: cash}", "{payment: p2, method: card}",
            "`method` of payment `p2`", "card", "cash"),
        Row(
            "{payment: p1, connector: acme}", "{payment: p1, connector: null}",
            "`connector` of payment `p1`", "null", "acme"),
        Row(
            "{payment: p2, amount: \"3.000\"}", "{payment: p2, amount: \"3.00\"}",
            "`amount` of payment `p2`", "\"3.00\"", "\"3.000\""),
        Row(
            "{payment: p2, currency: KWD}", "{payment: p2, currency: EUR}",
            "`currency` of payment `p2`", "EUR", "KWD"),
        Row(
            "{at: 16m, payment: p1, status: waiting-for-payment}",
            "{at: 15m, payment: p1, status: waiting-for-payment}",
            "`status` of payment `p1` at 15m", "waiting-for-payment", "processing"),
        Row(
            "{payment: p1, createdAt: 0s}", "{payment: p1, createdAt: 1ms}",
            "`createdAt` of payment `p1`", "1ms", "0s"),
        Row(
            "{payment: p1, changedAt: 2026-01-01T00:17:00Z}", "{payment: p1, changedAt: 18m}",
            "`changedAt` of payment `p1`", "18m", "17m"),
        Row(
            "{payment: p1, paidBy: a1}", "{payment: p1, paidBy: null}",
            "`paidBy` of payment `p1`", "null", "a1"),
        Row(
            "{at: 16m59s, payment: p1, paidBy: null}", "{at: 17m, payment: p1, paidBy: a2}",
            "`paidBy` of payment `p1` at 17m", "a2", "a1"),
        Row(
            "{payment: p2, displayedError: {code: \"51\"}}",
            "{payment: p2, displayedError: {code: \"52\"}}",
            "`displayedError` of payment `p2`", "{code: \"52\"}", "{code: \"51\", message: null}"),
        Row(
            "{payment: p2, displayedError: {message: null}}",
            "{payment: p2, displayedError: null}", "`displayedError` of payment `p2`", "null",
            "{code: \"51\", message: null}"),
        Row(
            "{payment: p1, displayedError: null}", "{payment: p1, displayedError: {}}",
            "`displayedError` of payment `p1`", "{}", "null"),
        Row(
            "{payment: p1, attempts: {a1: {deadline: 16m, expiredAt: 16m, late: true}}}",
            "{payment: p1, attempts: {a1: {late: false}}}",
            "`late` of attempt `a1` of payment `p1`", "false", "true"),
        Row(
            "{at: 16m, payment: p1, attempts: {a1: {outcome: null}}}",
            "{at: 16m, payment: p1, attempts: {a2: {outcome: null}}}",
            "attempt `a2` of payment `p1` at 16m", "it was started", "it was not"),
        Row(
            "{payment: p1, attempts: {a2: {returned: true}, a1: {returned: false}}}",
            "{payment: p1, attempts: {a2: {startedAt: 16m}}}",
            "`startedAt` of attempt `a2` of payment `p1`", "16m", "16m30s"),
        Row(
            "{payment: p2, attempts: {b1: {deadline: null, connector: till, resultAt: 21m}}}",
            "{payment: p2, attempts: {b1: {error: {code: null}}}}",
            "`error` of attempt `b1` of payment `p2`", "{code: null}",
            "{code: \"51\", message: null}"),
        Row(
            "{payment: p1, rules: [payment-created, period-expired, second-payment-returned]}",
            "{payment: p1, rules: [period-expired, payment-created]}", "`rules` of payment `p1`",
            "period-expired, payment-created",
            "payment-created, attempt-started, period-expired, attempt-started, "
                + "paid-late-during-retry, second-payment-returned"),
        Row(
            "{at: 1m, payment: p1, rules: [attempt-started]}",
            "{at: 59s, payment: p1, rules: [attempt-started]}",
            "`rules` of payment `p1` at 59s", "attempt-started", "payment-created"),
        Row(
            "{client: c1, currency: EUR, balance: \"12.50\"}",
            "{at: 17m, client: c1, currency: EUR, balance: \"12.50\"}",
            "the balance of client `c1` in EUR at 17m", "\"12.50\"", "\"0.00\""),
        Row(
            "{client: c2, currency: JPY, balance: \"0\"}",
            "{client: c2, currency: JPY, balance: \"0.00\"}",
            "the balance of client `c2` in JPY", "\"0.00\"", "\"0\""),
        Row(
            "{anomalies: [{kind: currency-not-accepted, payment: p2}, "
                + "{kind: currency-not-accepted, payment: p2}]}", "{anomalies: []}",
            "the list of anomalies", "none",
            "currency-not-accepted of p2, currency-not-accepted of p2"),
        Row(
            "{at: 18m, anomalies: []}", "{anomalies: [{kind: currency-not-accepted, payment: p2}]}",
            "the list of anomalies", "currency-not-accepted of p2",
            "currency-not-accepted of p2, currency-not-accepted of p2"),
        Row(
            "{payment: p2, rules: [payment-created]}", "{at: 18m, payment: p2, paidBy: null}",
            "payment `p2` at 18m", "it exists", "it has not been created"),
    ]

    @Test("is met or says what it expects and what there is", arguments: rows)
    func comparison(row: Row) throws {
        let folder = try ScenarioFolder()
        try folder.write("met", expecting: [row.met])
        try folder.write("unmet", expecting: [row.unmet])
        let results = try folder.run().results
        #expect(results.map(\.word) == ["passed", "failed"], "\(results.map(\.diagnostics))")
        let failure = try #require(results.last?.failures.first)
        #expect(results.last?.failures.count == 1)
        #expect(failure.subject == row.subject)
        #expect(failure.expected == row.expected)
        #expect(failure.actual == row.actual)
    }

    @Test("shows the last steps up to its time, once")
    func steps() throws {
        let folder = try ScenarioFolder()
        try folder.write(
            "steps", expecting: ["{at: 17m, payment: p1, paidBy: a2, status: processing}"])
        let failures = try #require(try folder.run().results.first?.failures)
        #expect(failures.map(\.steps.count) == [5, 0])
        #expect(
            failures.first?.steps.last
                == "step 5, 17m: paid-late-during-retry of a1, processing → completed")
    }

    @Test("is pointed at where it is written")
    func place() throws {
        let folder = try ScenarioFolder()
        try folder.write("place", expecting: ["{payment: p1, status: completed, paidBy: a2}"])
        let failure = try #require(try folder.run().results.first?.failures.first)
        #expect(failure.node.pointer == "/expect/0/paidBy")
    }
}
