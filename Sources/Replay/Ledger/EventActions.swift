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
        switch record.pointee.payload {
        case .created(let created):
            return entry.pointee.payment.create(
                at, client(created.client, of: record, entry),
                symbols.symbol(for: created.method), created.minorUnits, created.currency, methods)
        case .attempted(let attempted):
            return entry.pointee.payment.applyAttempt(
                at, attemptKey(attempted.attempt, of: position),
                attempted.method.map { symbols.symbol(for: $0) }, attempted.amount, methods)
        case .result(let result):
            let attempt = attemptKey(result.attempt, of: position)
            var error: GatewayError?
            if result.outcome == .failed {
                error = GatewayError(
                    code: result.errorCode.map { symbols.symbol(for: $0) },
                    message: result.errorMessage.map { symbols.symbol(for: $0) })
            }
            return entry.pointee.payment.applyResult(at, attempt, result.outcome, error: error)
        case .clockAdvanced:
            preconditionFailure("a clock event is of no payment and is not applied")
        }
    }

    /// A symbol that equals the payment's client if the event names the same one. The client of a
    /// payment is in its text: a table of all clients would cost a look-up an event.
    @inline(__always)
    private mutating func client(
        _ client: ByteSlice, of record: UnsafeMutablePointer<EventRecord>,
        _ entry: UnsafeMutablePointer<LedgerEntry>
    ) -> Symbol {
        let same = Symbol(rawValue: 0)
        guard entry.pointee.payment.status == nil else {
            return entry.pointee.text.client == client ? same : Symbol(rawValue: 1)
        }
        if entry.pointee.text.client.count == 0 { add(client, of: record, entry) }
        return same
    }

    /// Gives a payment that was named before it was created its client.
    @inline(never)
    private mutating func add(
        _ client: ByteSlice, of record: UnsafeMutablePointer<EventRecord>,
        _ entry: UnsafeMutablePointer<LedgerEntry>
    ) {
        entry.pointee.text = PaymentText(
            payment: record.pointee.payment, client: client, in: arena)
    }
}
