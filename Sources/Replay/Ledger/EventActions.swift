internal import Payments

extension Ledger {
    /// What the event means for the payment at `position`, with its texts as keys and symbols.
    @inline(__always)
    mutating func action(
        of record: UnsafeMutablePointer<EventRecord>, _ position: Int,
        _ entry: UnsafeMutablePointer<LedgerEntry>
    ) -> PaymentEvent.Action {
        switch record.pointee.type {
        case .created:
            guard let method = record.pointee.method else {
                preconditionFailure("the parser gives a creation its method")
            }
            return .created(
                client: client(of: record, entry), method: symbols.symbol(for: method),
                amount: record.pointee.minorUnits, currency: record.pointee.currency)
        case .attempted:
            return .attempted(
                attempt: attemptKey(record, of: position),
                method: record.pointee.method.map { symbols.symbol(for: $0) },
                amount: record.pointee.amount)
        case .result:
            let attempt = attemptKey(record, of: position)
            guard record.pointee.outcome == .failed else { return .succeeded(attempt: attempt) }
            let code = record.pointee.errorCode.map { symbols.symbol(for: $0) }
            let message = record.pointee.errorMessage.map { symbols.symbol(for: $0) }
            return .failed(attempt: attempt, error: GatewayError(code: code, message: message))
        case .clockAdvanced:
            preconditionFailure("a clock event is of no payment and is not applied")
        }
    }

    /// A symbol that equals the payment's client if the event names the same one. The client of a
    /// payment stands in its text: a table of all clients would cost a look-up an event.
    @inline(__always)
    private func client(
        of record: UnsafeMutablePointer<EventRecord>, _ entry: UnsafeMutablePointer<LedgerEntry>
    ) -> Symbol {
        let same = Symbol(rawValue: 0)
        guard entry.pointee.payment.status == nil else {
            return entry.pointee.text.client == record.pointee.party
                ? same : Symbol(rawValue: 1)
        }
        if entry.pointee.text.client.count == 0 {
            // The payment was named before it was created.
            entry.pointee.text = PaymentText(
                payment: record.pointee.payment, client: record.pointee.party, in: arena)
        }
        return same
    }
}
