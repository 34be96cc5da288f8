internal import Events
internal import Payments
internal import Replay

extension World {
    /// Applies an event whose earlier timers have fired, unless it is a result whose signature is not
    /// right.
    func apply(_ event: PaymentEvent, _ recorded: RecordedEvent, to payment: inout Payment) -> Step
    {
        refusal(of: event, recorded, payment) ?? machine.apply(&payment, event, methods)
    }

    /// The step of a result whose signature is not right, as a replay has it; nil where it is, and
    /// where nobody looks.
    private func refusal(
        of event: PaymentEvent, _ recorded: RecordedEvent, _ payment: Payment
    ) -> Step? {
        guard let signatureKeys else { return nil }
        switch event.action {
        case .created, .attempted: return nil
        case .succeeded(let key), .failed(let key, _):
            if let attempt = payment.attempt(key), let signed = recorded.signed,
                let connector = methods[attempt.method].connector,
                signatureKeys.verify(signed, connector: Int(connector))
            {
                return nil
            }
            return payment.refuse(resultOf: key, at: event.at)
        }
    }
}
