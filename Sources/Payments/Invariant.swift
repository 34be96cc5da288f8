/// What holds after every event, for every payment (`spec/state-machine.md`).
public enum Invariant: String, Sendable, CaseIterable {
    case completedStaysCompleted = "completed-stays-completed"
    case atMostOnePaidBy = "at-most-one-paid-by"
    case completedMeansPaid = "completed-means-paid"
    case returnedAtMostOnce = "returned-at-most-once"
    case payingAttemptNotReturned = "paying-attempt-not-returned"
    case creditedAsReturned = "credited-as-returned"
    case moneyAccountedFor = "money-accounted-for"
    case completedShowsNoError = "completed-shows-no-error"
    case processingShowsNoError = "processing-shows-no-error"
    case onlyExpiryMovesWithoutEvent = "only-expiry-moves-without-event"
    case waitingHasNoTimer = "waiting-has-no-timer"
    case processingHasItsTimer = "processing-has-its-timer"
    case timerAwaitsResult = "timer-awaits-result"
    case noTimerOverdue = "no-timer-overdue"
    case ignoredChangesNothing = "ignored-changes-nothing"

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
        case .creditedAsReturned:
            "Money is credited exactly when an attempt is returned, and then that attempt's amount."
        case .moneyAccountedFor:
            "The amounts of all succeeded attempts are the amount of the attempt that paid plus "
                + "everything returned."
        case .completedShowsNoError: "A completed payment displays no error."
        case .processingShowsNoError: "A payment that is processing displays no error."
        case .onlyExpiryMovesWithoutEvent:
            "Only period-expired changes a payment's status without an event of that payment."
        case .waitingHasNoTimer: "A payment that waits has no armed timer."
        case .processingHasItsTimer:
            "A processing payment has the timer of its current attempt armed, if that has a "
                + "deadline, and no other."
        case .timerAwaitsResult: "An armed timer is that of an attempt without a result."
        case .noTimerOverdue: "No timer stays armed beyond its deadline."
        case .ignoredChangesNothing:
            "What repeats, contradicts or is not applied changes nothing."
        }
    }

    /// Whether it holds after `step` has led from `before` to `after`.
    ///
    /// - Parameter byTimer: whether a timer took the step, and no event; nil: its rule says so.
    public func holds(
        from before: Payment, by step: Step, to after: Payment, byTimer: Bool? = nil
    ) -> Bool {
        switch self {
        case .completedStaysCompleted: !before.isPaid || after.isPaid
        case .atMostOnePaidBy:
            before.paidByPosition == nil || before.paidByPosition == after.paidByPosition
        case .completedMeansPaid:
            after.isPaid == (after.paidBy?.outcome == .succeeded)
        case .returnedAtMostOnce: after.keepsReturns(of: before, crediting: step)
        case .payingAttemptNotReturned: !(after.paidBy?.isReturned ?? false)
        case .creditedAsReturned: after.returnedAmount == before.returnedAmount + step.credit
        case .moneyAccountedFor:
            after.succeededAmount == Int128(after.paidBy?.amount ?? 0) + after.returnedAmount
        case .completedShowsNoError: !after.isPaid || after.displayedError == nil
        case .processingShowsNoError: !after.hasCurrentAttempt || after.displayedError == nil
        case .onlyExpiryMovesWithoutEvent: step.isTimely(from: before, to: after, byTimer)
        case .waitingHasNoTimer: after.status?.mayHaveTimer ?? false || after.armed == nil
        case .processingHasItsTimer: !after.hasCurrentAttempt || after.armsCurrent
        case .timerAwaitsResult: after.armed.map { after[at: $0].outcome == nil } ?? true
        case .noTimerOverdue: after.timer.map { $0 >= step.at } ?? true
        case .ignoredChangesNothing: !step.rule.ignores || after.isSame(as: before)
        }
    }
}

extension Rule {
    /// Whether it leaves everything as it is.
    fileprivate var ignores: Bool {
        switch self {
        case .duplicateIgnored, .contradictionIgnored, .notApplied: true
        case .paymentCreated, .attemptStarted, .attemptRecorded, .periodExpired,
            .periodExpiredWithoutEffect, .paid, .paidLate, .paidLateDuringRetry,
            .secondPaymentReturned, .declined, .declinedLate, .declinedLateDuringRetry,
            .declineNotDisplayed:
            false
        }
    }

    fileprivate var isTimers: Bool {
        self == .periodExpired || self == .periodExpiredWithoutEffect
    }
}

extension Step {
    fileprivate var credit: Int128 { Int128(returned ?? 0) }

    /// Whether a timer has changed the status only as `period-expired`, and no event has as a timer.
    fileprivate func isTimely(
        from before: Payment, to after: Payment, _ byTimer: Bool?
    ) -> Bool {
        guard byTimer ?? rule.isTimers else { return !rule.isTimers }
        guard before.status != after.status else { return rule.isTimers }
        return rule == .periodExpired && before.status == .processing && after.status == .waiting
    }
}
