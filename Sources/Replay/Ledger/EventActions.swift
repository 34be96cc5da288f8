internal import Events
internal import Payments

extension Ledger {
    /// Applies the event to the payment at `position`, whose earlier timers have fired, with its texts
    /// as keys and symbols. It is done without a `PaymentEvent`, which would be made and taken apart
    /// again for every event.
    @inline(__always)
    mutating func step(
        of record: UnsafeMutablePointer<EventRecord>, _ position: Int,
        _ entry: UnsafeMutablePointer<LedgerEntry>
    ) -> Step {
        let at = record.pointee.at
        switch record.pointee.type {
        case .created:
            guard let method = record.pointee.method else {
                preconditionFailure("the parser gives a creation its method")
            }
            return entry.pointee.payment.create(
                at, client(of: record, entry), symbols.symbol(for: method),
                record.pointee.minorUnits, record.pointee.currency, methods)
        case .attempted:
            return entry.pointee.payment.applyAttempt(
                at, attemptKey(record.pointee.party, of: position),
                record.pointee.method.map { symbols.symbol(for: $0) }, record.pointee.amount,
                methods)
        case .result:
            let attempt = attemptKey(record.pointee.party, of: position)
            var error: GatewayError?
            if record.pointee.outcome == .failed {
                error = GatewayError(
                    code: record.pointee.errorCode.map { symbols.symbol(for: $0) },
                    message: record.pointee.errorMessage.map { symbols.symbol(for: $0) })
            }
            return entry.pointee.payment.applyResult(
                at, attempt, record.pointee.outcome, error: error)
        case .clockAdvanced:
            preconditionFailure("a clock event is of no payment and is not applied")
        }
    }

    /// A symbol that equals the payment's client if the event names the same one. The client of a
    /// payment is in its text: a table of all clients would cost a look-up an event.
    @inline(__always)
    private mutating func client(
        of record: UnsafeMutablePointer<EventRecord>, _ entry: UnsafeMutablePointer<LedgerEntry>
    ) -> Symbol {
        let same = Symbol(rawValue: 0)
        guard entry.pointee.payment.status == nil else {
            return entry.pointee.text.client == record.pointee.party
                ? same : Symbol(rawValue: 1)
        }
        if entry.pointee.text.client.count == 0 { addClient(of: record, entry) }
        return same
    }

    /// Gives a payment that was named before it was created its client.
    @inline(never)
    private mutating func addClient(
        of record: UnsafeMutablePointer<EventRecord>, _ entry: UnsafeMutablePointer<LedgerEntry>
    ) {
        entry.pointee.text = PaymentText(
            payment: record.pointee.payment, client: record.pointee.party, in: arena)
    }
}
