import Stories

@testable import Payments

/// A state machine with one deliberate fault, and a sentence that says which.
struct Mutant: Sendable {
    let sentence: String
    let machine: StateMachine

    /// The real machine, changed by `change`.
    init(_ sentence: String, _ change: (inout StateMachine) -> Void) {
        var machine = StateMachine.real
        change(&machine)
        self.sentence = sentence
        self.machine = machine
    }

    /// The real machine, with what an applied event did spoilt where the rule is one of `rules`.
    ///
    /// - Parameter spoil: is given the payment before and after the event, the event, and its step,
    ///   and gives the step that is told.
    init(
        _ sentence: String, after rules: Rule...,
        spoil: @escaping @Sendable (Payment, inout Payment, PaymentEvent, Step) -> Step
    ) {
        self.init(sentence) { machine in
            machine.apply = { payment, event, methods in
                let before = payment
                let step = StateMachine.real.apply(&payment, event, methods)
                return rules.contains(step.rule) ? spoil(before, &payment, event, step) : step
            }
        }
    }

    /// The real machine, with what every timer did spoilt.
    init(
        spoilingTimers sentence: String,
        _ spoil: @escaping @Sendable (Payment, inout Payment, Step) -> Step
    ) {
        self.init(sentence) { machine in
            machine.expireBefore = { payment, event in
                let before = payment
                return StateMachine.real.expireBefore(&payment, event).map {
                    spoil(before, &payment, $0)
                }
            }
            machine.expireUpTo = { payment, end in
                let before = payment
                return StateMachine.real.expireUpTo(&payment, end).map {
                    spoil(before, &payment, $0)
                }
            }
        }
    }

    static let all = ofTimers + ofResults + ofAttempts
}

extension Payment {
    /// The position of the attempt that `step` names.
    func place(_ step: Step) -> Int32? { step.attempt.flatMap { position(of: $0) } }
}

extension Step {
    /// The step with another rule, end or credit.
    func told(rule: Rule? = nil, to: Status?? = nil, returned: Int64?? = nil) -> Step {
        Step(
            at: at, rule: rule ?? self.rule, from: from, to: to ?? self.to, attempt: attempt,
            returned: returned ?? self.returned, anomalies: anomalies)
    }
}
