public import Payments
internal import SourceText

/// What became otherwise of a payment, as far as a cause can explain it: without names and times.
public struct StoryChange: Sendable, Hashable {
    /// What of it matters, the most important first.
    public enum Weight: UInt8, Sendable, CaseIterable {
        /// Another attempt pays, or something else is returned.
        case money
        case status, anomalies
        /// Only other rules lead to the same.
        case rules

        /// The stable name in every output.
        public var name: String {
            switch self {
            case .money: "money"
            case .status: "status"
            case .anomalies: "anomalies"
            case .rules: "rules"
            }
        }
    }

    /// Who pays now.
    public enum Payer: UInt8, Sendable {
        case same, another, nobody, somebody

        /// The stable name in every output.
        public var name: String {
            switch self {
            case .same: "same"
            case .another: "another-attempt"
            case .nobody: "nobody"
            case .somebody: "somebody"
            }
        }
    }

    /// What is returned now.
    public enum Returned: UInt8, Sendable {
        case same, more, less, other

        /// The stable name in every output.
        public var name: String {
            switch self {
            case .same: "same"
            case .more: "more"
            case .less: "less"
            case .other: "another-attempt"
            }
        }
    }

    /// The rule that was applied to the event, and the one that is now; nil where the event is lost.
    public let ruleBefore: Rule
    public let ruleAfter: Rule?
    public let payer: Payer
    public let returned: Returned
    /// How the payment ends, as it was and as it became; nil where there is none.
    public let statusBefore: Status?
    public let statusAfter: Status?
    /// What matters most of it.
    public let weight: Weight

    /// Nil if nothing changed.
    init?(
        from old: StoryOutcome, to new: StoryOutcome, ruleBefore: Rule, ruleAfter: Rule?
    ) {
        (self.ruleBefore, self.ruleAfter) = (ruleBefore, ruleAfter)
        payer = Self.payer(old.payer, new.payer)
        returned = Self.returned(old, new)
        (statusBefore, statusAfter) = (old.status, new.status)
        if payer != .same || returned != .same {
            weight = .money
        } else if statusBefore != statusAfter {
            weight = .status
        } else if old.anomalies != new.anomalies {
            weight = .anomalies
        } else if old.rules != new.rules || ruleBefore != ruleAfter {
            weight = .rules
        } else {
            return nil
        }
    }

    private static func payer(_ old: String?, _ new: String?) -> Payer {
        switch (old, new) {
        case (nil, nil): .same
        case (_, nil): .nobody
        case (nil, _): .somebody
        case (let old?, let new?): ByteOrder.equal(old, new) ? .same : .another
        }
    }

    private static func returned(_ old: StoryOutcome, _ new: StoryOutcome) -> Returned {
        if old.returned == new.returned { return .same }
        if new.returned.isSuperset(of: old.returned) { return .more }
        return new.returned.isSubset(of: old.returned) ? .less : .other
    }
}
