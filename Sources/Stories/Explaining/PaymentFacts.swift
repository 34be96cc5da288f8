internal import Payments

/// What a reason needs to know of the payment at one moment. It holds single attempts and not the
/// payment, so that the payment's list of attempts is not copied at every step.
struct PaymentFacts {
    let status: Status?
    let current: Attempt?
    let armed: Attempt?
    /// The attempt that the event names, as it was.
    let named: Attempt?
    let displayedError: GatewayError?
    let attemptCount: Int

    init(_ payment: Payment, named: Int? = nil) {
        let positions = payment.positions
        status = payment.status
        current = positions.current.map { payment[attempt: Int($0)] }
        armed = positions.armed.map { payment[attempt: Int($0)] }
        self.named = named.map { payment[attempt: $0] }
        displayedError = payment.displayedError
        attemptCount = payment.attemptCount
    }
}
