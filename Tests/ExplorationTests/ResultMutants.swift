import Stories

@testable import Payments

extension Mutant {
    /// Faults of what results do.
    static let ofResults: [Mutant] = [
        Mutant("a second success is not returned", after: .secondPaymentReturned) {
            _, payment, _, step in
            if let place = payment.place(step) {
                payment.change(at: place) { $0.isReturned = false }
            }
            return step.told(returned: .some(nil))
        },
        Mutant("a second success is returned, but not credited", after: .secondPaymentReturned) {
            _, _, _, step in
            step.told(returned: .some(nil))
        },
        Mutant("a repeated success is credited again", after: .duplicateIgnored) {
            _, payment, _, step in
            guard let place = payment.place(step), payment[at: place].isReturned else {
                return step
            }
            return step.told(
                rule: .secondPaymentReturned, returned: .some(payment[at: place].amount))
        },
        Mutant("the payment's amount is returned, not the attempt's", after: .secondPaymentReturned)
        {
            _, payment, _, step in
            step.told(returned: .some(payment.amount))
        },
        Mutant("a second success takes the place of the first", after: .secondPaymentReturned) {
            _, payment, _, step in
            payment.paidByPosition = payment.place(step)
            return step
        },
        Mutant("a late success pays with the current attempt", after: .paidLateDuringRetry) {
            before, payment, _, step in
            payment.paidByPosition = before.current
            return step
        },
        Mutant("a late success is noted, but does not complete the payment", after: .paidLate) {
            before, payment, _, step in
            payment.storedStatus = before.status
            payment.paidByPosition = nil
            return step.told(to: before.status)
        },
        Mutant("an error is shown after completion", after: .declineNotDisplayed) {
            _, payment, _, step in
            payment.displayed = payment.place(step)
            return step
        },
        Mutant(
            "the error of an old attempt is shown during a retry", after: .declinedLateDuringRetry
        ) { _, payment, _, step in
            payment.displayed = payment.place(step)
            return step
        },
        Mutant("a late success leaves the displayed error", after: .paidLate) {
            before, payment, _, step in
            payment.displayed = before.displayed
            return step
        },
        Mutant("a late failure displays nothing", after: .declinedLate) {
            before, payment, _, step in
            payment.displayed = before.displayed
            return step
        },
        Mutant("a success after a failure is ignored") { machine in
            machine.apply = { payment, event, methods in
                if case .succeeded(let attempt) = event.action, let status = payment.status,
                    let place = payment.position(of: attempt), payment[at: place].outcome == .failed
                {
                    return Step(
                        at: event.at, rule: .contradictionIgnored, from: status, to: status,
                        attempt: attempt, anomalies: Anomalies(.contradictoryResult))
                }
                return StateMachine.real.apply(&payment, event, methods)
            }
        },
        Mutant("a failure after a success is applied", after: .contradictionIgnored) {
            _, payment, event, step in
            if let place = payment.place(step) {
                payment.change(at: place) { $0.record(.failed, at: event.at) }
            }
            return step.told(rule: .declineNotDisplayed)
        },
        Mutant("a result at the deadline is noted a nanosecond late", after: .paid) {
            _, payment, event, step in
            guard let place = payment.place(step), payment[at: place].deadline == event.at else {
                return step
            }
            let late = Timestamp(nanoseconds: event.at.nanoseconds + 1)
            payment.change(at: place) { $0.record(.succeeded, at: late) }
            return step
        },
    ]
}
