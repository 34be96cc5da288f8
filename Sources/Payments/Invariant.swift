/// What holds after every event, for every payment (contract, section 6).
public enum Invariant: String, Sendable, CaseIterable {
    case completedStaysCompleted = "completed-stays-completed"
    case paidByOnlyWhenCompleted = "paid-by-exactly-when-completed"
    case neverReturnedTwice = "never-returned-twice"
    case paidByIsNotReturned = "paid-by-is-not-returned"
    case moneyIsKept = "money-is-kept"
    case noErrorWhenCompleted = "no-error-when-completed"
    case onlyExpiryMovesWithoutEvent = "only-expiry-moves-without-event"
    case timerOnlyOfOpenAttempt = "timer-only-of-open-attempt"

    /// The stable name.
    public var name: String { rawValue }

    /// What holds, in one sentence.
    public var sentence: String {
        switch self {
        case .completedStaysCompleted: "A completed payment stays completed."
        case .paidByOnlyWhenCompleted:
            "A payment has an attempt that paid it exactly when it is completed, and that attempt "
                + "never changes."
        case .neverReturnedTwice: "An attempt is returned at most once."
        case .paidByIsNotReturned: "The attempt that paid the payment is never returned."
        case .moneyIsKept:
            "The amounts of all succeeded attempts are the amount of the attempt that paid, plus "
                + "everything that was returned."
        case .noErrorWhenCompleted: "A completed payment displays no error."
        case .onlyExpiryMovesWithoutEvent: "Only `period-expired` moves a payment without an event."
        case .timerOnlyOfOpenAttempt: "Only an attempt without an outcome has an armed timer."
        }
    }

    /// Whether it holds after `step` has led from `before` to `after`.
    public func holds(from before: Payment, by step: Step, to after: Payment) -> Bool {
        switch self {
        case .completedStaysCompleted: before.status != .completed || after.status == .completed
        case .paidByOnlyWhenCompleted:
            (after.status == .completed) == (after.paidByPosition != nil)
                && (before.paidByPosition == nil || before.paidByPosition == after.paidByPosition)
        case .neverReturnedTwice:
            step.returned == nil
                || after.attempts.count { $0.isReturned } == before.attempts.count { $0.isReturned }
                    + 1
        case .paidByIsNotReturned: !(after.paidBy?.isReturned ?? false)
        case .moneyIsKept: after.succeededAmount == after.keptAmount
        case .noErrorWhenCompleted: after.status != .completed || after.displayedError == nil
        case .onlyExpiryMovesWithoutEvent:
            step.rule != .periodExpiredWithoutEffect || before.status == after.status
        case .timerOnlyOfOpenAttempt:
            after.armed.map { after.attemptList[$0].outcome == nil } ?? true
        }
    }
}

extension Payment {
    /// The sum of the amounts of all succeeded attempts.
    fileprivate var succeededAmount: Int128 {
        attempts.reduce(0) { $1.outcome == .succeeded ? $0 + Int128($1.amount) : $0 }
    }

    /// The amount that paid, plus everything returned.
    fileprivate var keptAmount: Int128 {
        attempts.reduce(Int128(paidBy?.amount ?? 0)) { $1.isReturned ? $0 + Int128($1.amount) : $0 }
    }
}
