public import Payments

/// What became otherwise of a payment, as far as a cause can explain it: without names and times.
public struct StoryChange: Sendable, Hashable {
    /// What of it matters, the most important first.
    public enum Weight: UInt8, Sendable, CaseIterable {
        /// Something else is paid, owed or returned, or by another attempt.
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

    /// Who pays now, and what.
    public enum Payer: Sendable, Hashable {
        case nobody, somebody
        /// An attempt pays, as one did before, with this difference.
        case paying(MoneyDifference)
        /// Nobody pays, as before; what is owed differs in this.
        case owing(MoneyDifference)

        /// The stable name in every output.
        public var name: String {
            switch self {
            case .nobody: "nobody"
            case .somebody: "somebody"
            case .paying(let difference), .owing(let difference): difference.name
            }
        }

        /// Whether it is the same money.
        var isSame: Bool { self == .paying([]) || self == .owing([]) }
    }

    /// The rule that was applied to the event, and the one that is now; nil where the event is lost.
    public let ruleBefore: Rule
    public let ruleAfter: Rule?
    public let payer: Payer
    public let returned: MoneyDifference
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
        payer = Self.payer(old, new)
        returned = Self.returned(old, new)
        (statusBefore, statusAfter) = (old.status, new.status)
        if !payer.isSame || !returned.isEmpty {
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

    private static func payer(_ old: StoryOutcome, _ new: StoryOutcome) -> Payer {
        // That there is a payment, or none any more, is a change of its status.
        guard let oldDebt = old.debt, let newDebt = new.debt else {
            return old.payer != nil ? .nobody : new.payer != nil ? .somebody : .owing([])
        }
        let difference = newDebt.difference(from: oldDebt)
        switch (old.payer, new.payer) {
        case (nil, nil): return .owing(difference)
        case (_, nil): return .nobody
        case (nil, _): return .somebody
        case (let old?, let new?):
            return .paying(old == new ? difference : difference.union(.attempt))
        }
    }

    private static func returned(_ old: StoryOutcome, _ new: StoryOutcome) -> MoneyDifference {
        if new.returned.isEmpty { return old.returned.isEmpty ? [] : .less }
        if old.returned.isEmpty { return .more }
        // What was returned once was returned of a payment.
        guard let oldMoney = old.allReturned, let newMoney = new.allReturned else { return [] }
        let difference = newMoney.difference(from: oldMoney)
        let isSame = difference.isEmpty && new.returned != old.returned
        return isSame ? .attempt : difference
    }
}
