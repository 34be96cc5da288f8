/// What holds after every event, for every payment (contract, section 6).
public enum Invariant: String, Sendable, CaseIterable {
    case completedStaysCompleted = "completed-stays-completed"
    case atMostOnePaidBy = "at-most-one-paid-by"
    case completedMeansPaid = "completed-means-paid"
    case returnedAtMostOnce = "returned-at-most-once"
    case payingAttemptNotReturned = "paying-attempt-not-returned"
    case moneyAccountedFor = "money-accounted-for"
    case completedShowsNoError = "completed-shows-no-error"
    case onlyExpiryMovesWithoutEvent = "only-expiry-moves-without-event"
    case waitingHasNoTimer = "waiting-has-no-timer"

    /// The stable name.
    public var name: String { rawValue }

    /// What holds, in one sentence.
    public var sentence: String {
        switch self {
        case .completedStaysCompleted: "A completed payment stays completed."
        case .atMostOnePaidBy: "At most one attempt paid a payment."
        case .completedMeansPaid:
            "A payment is completed exactly if an attempt paid it, and that attempt succeeded."
        case .returnedAtMostOnce: "An attempt is returned at most once."
        case .payingAttemptNotReturned: "The attempt that paid is never returned."
        case .moneyAccountedFor:
            "The amounts of all succeeded attempts are the amount of the attempt that paid plus "
                + "everything returned."
        case .completedShowsNoError: "A completed payment displays no error."
        case .onlyExpiryMovesWithoutEvent:
            "Only period-expired changes a payment's status without an event of that payment."
        case .waitingHasNoTimer: "A payment that waits has no armed timer."
        }
    }

    /// Whether it holds after `step` has led from `before` to `after`.
    public func holds(from before: Payment, by step: Step, to after: Payment) -> Bool {
        switch self {
        case .completedStaysCompleted: before.status != .completed || after.status == .completed
        case .atMostOnePaidBy:
            before.paidByPosition == nil || before.paidByPosition == after.paidByPosition
        case .completedMeansPaid:
            (after.status == .completed) == (after.paidBy?.outcome == .succeeded)
        case .returnedAtMostOnce:
            step.returned == nil || after.returnedCount == before.returnedCount + 1
        case .payingAttemptNotReturned: !(after.paidBy?.isReturned ?? false)
        case .moneyAccountedFor: after.succeededAmount == after.keptAmount
        case .completedShowsNoError: after.status != .completed || after.displayedError == nil
        case .onlyExpiryMovesWithoutEvent:
            step.rule != .periodExpiredWithoutEffect || before.status == after.status
        case .waitingHasNoTimer: after.status != .waiting || after.timer == nil
        }
    }
}

extension Payment {
    fileprivate var returnedCount: Int { attempts.count { $0.isReturned } }

    /// The sum of the amounts of all succeeded attempts.
    fileprivate var succeededAmount: Int128 {
        attempts.reduce(0) { $1.outcome == .succeeded ? $0 + Int128($1.amount) : $0 }
    }

    /// The amount that paid, plus everything returned.
    fileprivate var keptAmount: Int128 {
        attempts.reduce(Int128(paidBy?.amount ?? 0)) { $1.isReturned ? $0 + Int128($1.amount) : $0 }
    }
}
