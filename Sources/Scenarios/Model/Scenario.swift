public import Documents
public import Events
public import Payments
internal import SourceText

/// A test of a configuration (`spec/scenarios.md`): what happens, and what must be true afterwards.
public struct Scenario: Sendable {
    public let id: String
    /// What it shows, in a sentence; nil where it does not say.
    public let title: String?
    /// The document.
    public let node: Node
    /// The folder of the configuration under test, and the node that names it, if one does.
    public let config: NamedPath
    /// What offsets count from.
    public let start: Timestamp
    public let events: Events
    /// When the clock stops; nil: at the last event.
    public let until: Timestamp?
    public let expectations: [Expectation]

    /// A path with the node that gives it.
    public struct NamedPath: Sendable {
        /// As the program can open it.
        public let path: String
        public let node: Node?
    }

    /// Where its events are.
    public enum Events: Sendable {
        /// In the scenario, in the order in which they apply.
        case here([RecordedEvent])
        /// In a file of their own.
        case file(NamedPath)
    }
}

/// What must be true of something, at some time. Only what it names is compared.
public struct Expectation: Sendable {
    /// The mapping that it is.
    public let node: Node
    /// When; nil: at the end.
    public let at: Timestamp?
    public let subject: Subject

    /// What it is about.
    public enum Subject: Sendable {
        case payment(PaymentExpectation)
        case balance(BalanceExpectation)
        case anomalies([ExpectedAnomaly], Node)
    }
}

/// What is expected of a payment.
public struct PaymentExpectation: Sendable {
    public let payment: String
    let fields: [ExpectedField<PaymentField>]
    let attempts: [ExpectedAttempt]
    /// All of these happened, in this order.
    let rules: (list: [Rule], node: Node)?
}

/// What is expected of an attempt.
struct ExpectedAttempt: Sendable {
    let attempt: String
    /// The key that names it.
    let node: Node
    let fields: [ExpectedField<AttemptField>]
}

/// What is expected of a field, at the node that says so.
struct ExpectedField<Field: Sendable>: Sendable {
    let field: Field
    let value: ExpectedValue
    let node: Node
}

/// What is expected of a client's balance.
public struct BalanceExpectation: Sendable {
    public let client: String
    let currency: Currency
    let balance: String
    let node: Node
}

/// An anomaly that is expected.
public struct ExpectedAnomaly: Sendable, Hashable {
    let kind: Anomaly
    let payment: String

    public static func == (left: ExpectedAnomaly, right: ExpectedAnomaly) -> Bool {
        left.kind == right.kind && ExactText(left.payment) == ExactText(right.payment)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(ExactText(payment))
    }
}
