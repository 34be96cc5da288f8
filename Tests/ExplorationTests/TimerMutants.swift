import Stories

@testable import Payments

extension Mutant {
    /// Faults of the timer.
    static let ofTimers: [Mutant] = [
        Mutant("a result at the deadline is late: the timer fires first") { machine in
            machine.expireBefore = { payment, event in
                StateMachine.real.expireUpTo(&payment, event.at)
            }
        },
        Mutant("any event at the deadline comes before the timer") { machine in
            machine.expireBefore = { payment, event in
                guard payment.timer != event.at else { return nil }
                return StateMachine.real.expireBefore(&payment, event)
            }
        },
        Mutant("no timer fires before an event") { machine in
            machine.expireBefore = { _, _ in nil }
        },
        Mutant("the timer does not fire if the clock stops at its deadline") { machine in
            machine.expireUpTo = { payment, end in
                payment.timer == end ? nil : StateMachine.real.expireUpTo(&payment, end)
            }
        },
        Mutant("no timer fires when the clock stops") { machine in
            machine.expireUpTo = { _, _ in nil }
        },
        Mutant(spoilingTimers: "a payment whose period expires does not return to waiting") {
            before, payment, step in
            payment.storedStatus = before.status
            payment.current = before.current
            payment.storedChangedAt = before.changedAt
            return step.told(to: before.status)
        },
        Mutant(spoilingTimers: "a payment whose period expires is completed") { _, payment, step in
            payment.storedStatus = .completed
            return step.told(to: .completed)
        },
        Mutant(spoilingTimers: "a completed payment whose timer fires returns to waiting") {
            _, payment, step in
            payment.storedStatus = .waiting
            return step.told(rule: .periodExpired, to: .waiting)
        },
        Mutant(spoilingTimers: "an attempt whose timer fires is not noted as expired") {
            _, payment, step in
            if let place = payment.place(step) {
                payment.change(at: place) { $0.isExpired = false }
            }
            return step
        },
        Mutant("a declined attempt keeps its timer armed", after: .declined) {
            before, payment, _, step in
            payment.armed = before.armed
            return step
        },
        Mutant("the attempt that pays keeps its timer armed", after: .paid) {
            before, payment, _, step in
            payment.armed = before.armed
            return step
        },
        Mutant("the timer of a superseded attempt still fires", after: .attemptStarted) {
            before, payment, _, step in
            payment.armed = before.armed ?? payment.armed
            return step
        },
        Mutant("a late success disarms the timer of the retry", after: .paidLateDuringRetry) {
            _, payment, _, step in
            payment.armed = nil
            return step
        },
        Mutant("a second payment leaves its own timer armed", after: .secondPaymentReturned) {
            before, payment, _, step in
            payment.armed = before.armed
            return step
        },
        Mutant("a failure after completion leaves its own timer armed", after: .declineNotDisplayed)
        {
            before, payment, _, step in
            payment.armed = before.armed
            return step
        },
        Mutant("a repeated attempt restarts the timer", after: .duplicateIgnored) {
            _, payment, event, step in
            guard case .attempted = event.action, let armed = payment.armed else { return step }
            payment.change(at: armed) { attempt in
                guard let deadline = attempt.deadline else { return }
                let period = deadline.nanoseconds - attempt.startedAt.nanoseconds
                attempt.deadline = Timestamp(nanoseconds: event.at.nanoseconds + period)
            }
            return step
        },
        Mutant("periods count from the creation of the payment", after: .attemptStarted) {
            _, payment, _, step in
            guard let armed = payment.armed else { return step }
            payment.change(at: armed) { [createdAt = payment.createdAt] attempt in
                guard let deadline = attempt.deadline else { return }
                let period = deadline.nanoseconds - attempt.startedAt.nanoseconds
                attempt.deadline = Timestamp(nanoseconds: createdAt.nanoseconds + period)
            }
            return step
        },
    ]
}
