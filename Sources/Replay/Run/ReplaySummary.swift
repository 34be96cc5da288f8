internal import Events
public import Payments

/// The numbers that a person wants to see at once.
extension ReplayResult {
    /// The number of all events, valid or not.
    public var eventCount: Int { statistics.total }

    /// The number of valid events after the end.
    public var afterEndCount: Int { statistics.afterEnd }

    /// The number of payments.
    public var paymentCount: Int { tally.payments }

    /// Whether the signatures of results were looked at.
    public var verifiesSignatures: Bool { request.signatureKeys != nil }

    /// The number of results whose signatures were right.
    public var validSignatureCount: Int {
        tally.connectors.reduce(0) { $0 + $1.signatures.valid }
    }

    /// The number of results that were not applied, since their signatures were not right.
    public var invalidSignatureCount: Int {
        tally.anomalies[Int(Anomaly.invalidSignature.rawValue)]
    }

    /// The number of events that some rule other than `not-applied` took.
    public var appliedCount: Int {
        Rule.allCases.reduce(statistics.clockAdvances) { sum, rule in
            switch rule {
            case .notApplied, .periodExpired, .periodExpiredWithoutEffect: sum
            default: sum + count(of: rule)
            }
        }
    }

    /// How often `rule` was applied.
    public func count(of rule: Rule) -> Int { tally.rules[Int(rule.rawValue)] }

    /// The kinds of anomalies that there are, in the order of `spec/state-machine.md`.
    public var anomaliesByKind: [(kind: Anomaly, count: Int)] {
        Anomaly.allCases.map { ($0, tally.anomalies[Int($0.rawValue)]) }.filter { $0.1 > 0 }
    }

    /// How many payments have which status, and the money by currency, as texts for people.
    public var summary: ReplaySummary { ReplaySummary(tally) }
}

/// Payments and money at the end of a replay.
public struct ReplaySummary: Sendable {
    public struct Money: Sendable {
        public let currency: Currency
        /// Sums in minor units.
        public let created: Int128
        public let completed: Int128
        public let returned: Int128
        public let outstanding: Int128
    }

    public let paymentCount: Int
    public let countsByStatus: [(status: Status, count: Int)]
    /// In the order of the codes.
    public let money: [Money]

    init(_ tally: ReplayTally) {
        paymentCount = tally.payments
        countsByStatus = Status.allCases.map { ($0, tally.countsByStatus[Int($0.rawValue)]) }
        money = Currency.all.compactMap { currency in
            let sums = tally.money[Int(currency.index)]
            guard sums.isUsed else { return nil }
            return Money(
                currency: currency, created: sums.created, completed: sums.completed,
                returned: sums.returned, outstanding: sums.outstanding)
        }
    }
}
