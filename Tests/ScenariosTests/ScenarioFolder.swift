import Payments
import Scenarios
import SourceText
import TestSupport

/// A folder with a configuration and scenarios.
struct ScenarioFolder {
    let folder: TemporaryFolder

    /// `card` goes through a connector with a period of 15 minutes, `cash` through one without.
    static let configuration = """
        apiVersion: connectorctl/v1
        kind: Connector
        id: acme
        name: Acme
        url: https://acme.example
        processingPeriodMinutes: 15
        jsonSchema: {type: object}
        ---
        apiVersion: connectorctl/v1
        kind: Connector
        id: till
        name: Till
        url: https://till.example
        jsonSchema: {type: object}
        ---
        apiVersion: connectorctl/v1
        kind: PaymentMethod
        id: card
        name: Card
        connector: acme
        settings: {}
        ---
        apiVersion: connectorctl/v1
        kind: PaymentMethod
        id: cash
        name: Cash
        connector: till
        currencies: [EUR]
        settings: {}

        """

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("config/shop.yaml", Self.configuration)
    }

    /// The head of a scenario that tests the folder's configuration.
    static func head(_ id: String) -> String {
        "apiVersion: connectorctl/v1\nkind: Scenario\nid: \(id)\nconfig: ../config\n"
    }

    /// A payment by card that is paid a minute after the deadline, while a retry is under way; at last
    /// the retry succeeds, too.
    static let events = """
        events:
          - {at: 0m, type: payment.created, payment: p1, client: c1, method: card, amount: "12.50", currency: EUR}
          - {at: 1m, type: payment.attempted, payment: p1, attempt: a1}
          - {at: 16m30s, type: payment.attempted, payment: p1, attempt: a2}
          - {at: 17m, type: gateway.result, payment: p1, attempt: a1, outcome: succeeded}
          - {at: 18m, type: gateway.result, payment: p1, attempt: a2, outcome: succeeded}
          - {at: 19m, type: payment.created, payment: p2, client: c2, method: cash, amount: 3, currency: KWD}
          - {at: 20m, type: payment.attempted, payment: p2, attempt: b1}
          - {at: 21m, type: gateway.result, payment: p2, attempt: b1, outcome: failed, error: {code: "51", message: null}}

        """

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try folder.write("scenarios/" + name, text)
    }

    /// Writes a scenario of `events` with these expectations.
    func write(_ id: String, expecting lines: [String]) throws {
        let expected = lines.map { "  - " + $0 + "\n" }.joined()
        try write(id + ".yaml", Self.head(id) + Self.events + "until: 1h\nexpect:\n" + expected)
    }

    func run(_ change: (inout ScenarioRequest) -> Void = { _ in }) throws -> ScenarioReport {
        var request = ScenarioRequest(
            paths: [folder.path("scenarios")], temporaryFolder: folder.path)
        change(&request)
        return try Scenarios.run(request)
    }
}

extension ScenarioResult {
    /// The outcome in a word.
    var word: String {
        switch outcome {
        case .passed: "passed"
        case .failed: "failed"
        case .error: "error"
        }
    }

    /// The failures, in the words of expected and actual.
    var failures: [FailedExpectation] {
        guard case .failed(let failures) = outcome else { return [] }
        return failures
    }
}
