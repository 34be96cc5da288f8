internal import Events
internal import Payments
internal import Replay

extension World {
    /// Takes the steps of an event as a replay does.
    func take(
        _ event: PaymentEvent, _ recorded: RecordedEvent, on payment: inout Payment,
        willStep: StateMachine.Preview = { _, _ in }, didStep: StateMachine.Report
    ) {
        machine.take(
            event, on: &payment, methods: methods, isSigned: { isSigned(recorded, for: $0) },
            willStep: willStep, didStep: didStep)
    }

    /// Whether a result has a signature of the connector of `attempt`, or signatures are not verified.
    private func isSigned(_ recorded: RecordedEvent, for attempt: Attempt) -> Bool {
        guard let signatureKeys else { return true }
        guard let signed = recorded.signed, let connector = methods[attempt.method].connector
        else { return false }
        return signatureKeys.verify(signed, connector: Int(connector))
    }
}
