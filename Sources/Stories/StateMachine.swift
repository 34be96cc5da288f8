public import Payments

/// The state machine as what stories and searches drive: `real` is the one that a replay drives, and
/// there is no other but for tests, which put faults into it to see that they are caught.
public struct StateMachine: Sendable {
    /// Fires the timer that is due before an event.
    public var expireBefore: @Sendable (inout Payment, PaymentEvent) -> Step?
    /// Applies an event whose earlier timers have fired.
    public var apply: @Sendable (inout Payment, PaymentEvent, MethodTable) -> Step
    /// Fires the timer that is due when the clock stops.
    public var expireUpTo: @Sendable (inout Payment, Timestamp) -> Step?

    /// The state machine of the contract's section 6.
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
