import Stories

@testable import Payments

extension Mutant {
    /// Faults of what creations and attempts do.
    static let ofAttempts: [Mutant] = [
        Mutant("an attempt does not clear the displayed error", after: .attemptStarted) {
            before, payment, _, step in
            payment.displayed = before.displayed
            return step
        },
        Mutant("an attempt after completion opens the payment again", after: .attemptRecorded) {
            _, payment, _, step in
            payment.storedStatus = .processing
            payment.current = payment.place(step)
            return step.told(rule: .attemptStarted, to: .processing)
        },
        Mutant("a retry does not become the current attempt", after: .attemptStarted) {
            before, payment, _, step in
            payment.current = before.current ?? payment.current
            return step
        },
        Mutant("a result of an unknown attempt starts it", after: .notApplied) {
            _, payment, event, step in
            guard payment.status != nil, event.isResult, let attempt = step.attempt else {
                return step
            }
            let start = PaymentEvent(
                at: event.at, action: .attempted(attempt: attempt, method: nil, amount: nil))
            return StateMachine.real.apply(&payment, start, MethodTable([]))
        },
        Mutant("an amount that does not fit is taken as the payment's", after: .notApplied) {
            _, payment, event, step in
            guard case .attempted(let attempt, let method, .some) = event.action,
                payment.status != nil
            else { return step }
            let start = PaymentEvent(
                at: event.at, action: .attempted(attempt: attempt, method: method, amount: nil))
            return StateMachine.real.apply(&payment, start, MethodTable([]))
        },
        Mutant("a conflicting creation changes the amount", after: .duplicateIgnored) {
            _, payment, event, step in
            if case .created(_, _, let amount, _) = event.action { payment.storedAmount = amount }
            return step
        },
        Mutant("a repeat is no repeat if only its method is other", after: .duplicateIgnored) {
            before, payment, event, step in
            guard case .attempted = event.action, payment.status == .waiting,
                !step.anomalies.isEmpty
            else { return step }
            payment.storedStatus = .processing
            payment.current = before.place(step)
            return step.told(rule: .attemptStarted, to: .processing)
        },
        Mutant("every attempt pays the payment's amount", after: .attemptStarted, .attemptRecorded)
        {
            before, payment, event, step in
            guard case .attempted(let attempt, let method, _) = event.action else { return step }
            payment = before
            let start = PaymentEvent(
                at: event.at, action: .attempted(attempt: attempt, method: method, amount: nil))
            return StateMachine.real.apply(&payment, start, MethodTable([]))
        },
    ]
}
