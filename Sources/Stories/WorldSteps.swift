internal import Events
internal import Payments
internal import Replay

extension World {
    /// Takes the steps of an event as a replay does.
    func take(
        _ event: PaymentEvent, _ recorded: RecordedEvent, on payment: inout Payment,
        willStep: StateMachine.Preview = { _, _ in }, didStep: StateMachine.Report
    ) {
        let verify: ((Attempt) -> Bool)? = signatureKeys.map { keys in
            { isSigned(recorded, for: $0, keys) }
        }
        machine.take(
            event, on: &payment, methods: methods, isSigned: verify, willStep: willStep,
            didStep: didStep)
    }

    /// Whether a result has a signature of the connector of `attempt`.
    private func isSigned(
        _ recorded: RecordedEvent, for attempt: Attempt, _ signatureKeys: SignatureKeys
    ) -> Bool {
        guard let signed = recorded.signed, let connector = methods[attempt.method].connector
        else { return false }
        return signatureKeys.verify(signed, connector: Int(connector))
    }
}
