/// The state machine as stories and searches drive it: `real` is the one that a replay drives, and only
/// tests have others, with faults in them, to see that they are caught.
public struct StateMachine: Sendable {
    /// Fires the timer that is due before an event.
    public var expireBefore: @Sendable (inout Payment, PaymentEvent) -> Step?
    /// Applies an event whose earlier timers have fired.
    public var apply: @Sendable (inout Payment, PaymentEvent, MethodTable) -> Step
    /// Fires the timer that is due when the clock stops.
    public var expireUpTo: @Sendable (inout Payment, Timestamp) -> Step?

    /// The state machine of `spec/state-machine.md`.
    public static let real = StateMachine(
        expireBefore: { $0.expire(before: $1) },
        apply: { $0.apply($1, methods: $2) },
        expireUpTo: { $0.expire(upTo: $1) })

    public init(
        expireBefore: @escaping @Sendable (inout Payment, PaymentEvent) -> Step?,
        apply: @escaping @Sendable (inout Payment, PaymentEvent, MethodTable) -> Step,
        expireUpTo: @escaping @Sendable (inout Payment, Timestamp) -> Step?
    ) {
        self.expireBefore = expireBefore
        self.apply = apply
        self.expireUpTo = expireUpTo
    }
}

extension StateMachine {
    /// Is shown the payment before a timer or the event may take a step.
    public typealias Preview = (_ before: Payment, _ byTimer: Bool) -> Void
    /// Is told a step, with the payment after it.
    public typealias Report = (_ step: Step, _ after: Payment, _ byTimer: Bool) -> Void

    /// Takes the steps of `event`: that of the timer that is due, and its own.
    ///
    /// - Parameter isSigned: whether the event, a result of this attempt, has the right signature; nil:
    ///   nobody looks.
    @inlinable
    @inline(__always)
    public func take(
        _ event: PaymentEvent, on payment: inout Payment, methods: MethodTable,
        isSigned: ((Attempt) -> Bool)? = nil, willStep: Preview = { _, _ in },
        didStep: Report = { _, _, _ in }
    ) {
        Driver.take(
            firing: {
                willStep(payment, true)
                return expireBefore(&payment, event)
            },
            reportingTimer: { didStep($0, payment, true) },
            refusing: {
                willStep(payment, false)
                guard let isSigned, event.isResult, let attempt = event.attempt else { return nil }
                return payment.refuse(resultOf: attempt, at: event.at, unless: isSigned)
            },
            applying: { apply(&payment, event, methods) },
            reporting: { didStep($0, payment, false) })
    }

    /// Stops the clock of `payment` at `end`, where a timer may be due.
    @inlinable
    @inline(__always)
    public func close(
        _ payment: inout Payment, at end: Timestamp, willStep: Preview = { _, _ in },
        didStep: Report = { _, _, _ in }
    ) {
        willStep(payment, true)
        if let step = expireUpTo(&payment, end) { didStep(step, payment, true) }
    }
}
