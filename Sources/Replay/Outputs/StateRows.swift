internal import Events
internal import Files
internal import Payments

/// `states.json`: payments as the replay left them.
extension PaymentRows {
    @inline(__always)
    func appendState(
        _ shard: UnsafeMutablePointer<ShardContent>, _ position: Int, to buffer: inout OutputBuffer,
        _ flush: (inout OutputBuffer) throws(FileError) -> Void
    ) throws(FileError) {
        let entry = shard.pointee.ledger.entries.pointer(at: position)
        guard let status = entry.pointee.payment.status else { return }
        appendStart(entry, status, shard, to: &buffer)
        if buffer.count > heldBytes { try flush(&buffer) }
        if entry.pointee.payment.others != nil {
            try appendFurtherAttempts(entry, shard, to: &buffer, flush)
        }
    }

    /// Few payments have any: by itself, so that the compiler inlines all that the others need.
    @inline(never)
    private func appendFurtherAttempts(
        _ entry: UnsafeMutablePointer<LedgerEntry>, _ shard: UnsafeMutablePointer<ShardContent>,
        to buffer: inout OutputBuffer, _ flush: (inout OutputBuffer) throws(FileError) -> Void
    ) throws(FileError) {
        let currency = entry.pointee.payment.currency
        for index in 1..<entry.attemptCount {
            let attempt = entry.attempt(index)
            buffer.append(atMost: mostBytes(attempt, shard)) { cursor, times in
                LedgerRow.write(to: &cursor, &times, self, shard, currency) { row in
                    row.append(",")
                    append(attempt, to: &row)
                }
            }
            if buffer.count > heldBytes { try flush(&buffer) }
        }
        buffer.append(Self.rowEnd)
    }

    private static var rowEnd: StaticString { "]},\n" }

    /// Appends the payment with its first attempt, and the row's end if there are no further ones.
    @inline(__always)
    private func appendStart(
        _ entry: UnsafeMutablePointer<LedgerEntry>, _ status: Status,
        _ shard: UnsafeMutablePointer<ShardContent>, to buffer: inout OutputBuffer
    ) {
        let hasAttempts = entry.pointee.payment.hasAttempts
        let hasFurtherAttempts = entry.pointee.payment.others != nil
        var most = mostBytes(entry, shard)
        if hasAttempts { most += mostBytes(entry.pointee.payment.first, shard) }
        let currency = entry.pointee.payment.currency
        buffer.append(atMost: most) { cursor, times in
            LedgerRow.write(to: &cursor, &times, self, shard, currency) { row in
                append(entry, status, currency, to: &row)
                row.append(LedgerRow.attemptsKey)
                row.append("[")
                if hasAttempts { append(entry.pointee.payment.first, to: &row) }
                if !hasFurtherAttempts { row.append(Self.rowEnd) }
            }
        }
    }

    @inline(__always)
    private func append(
        _ entry: UnsafeMutablePointer<LedgerEntry>, _ status: Status, _ currency: Currency,
        to row: inout LedgerRow
    ) {
        row.paymentMembers(
            entry.pointee.text.payment, client: entry.pointee.text.client,
            method: entry.pointee.payment.method, amount: entry.pointee.payment.amount,
            currency: currency, status: status, createdAt: entry.pointee.payment.createdAt,
            changedAt: entry.pointee.payment.changedAt, paidBy: entry.paidBy?.id,
            displayedError: entry.displayedError)
    }

    @inline(__always)
    private func append(_ attempt: Attempt, to row: inout LedgerRow) {
        row.attemptMembers(
            attempt.id, method: attempt.method, amount: attempt.amount,
            startedAt: attempt.startedAt, deadline: attempt.deadline,
            expiredAt: attempt.isExpired ? attempt.deadline : nil, outcome: attempt.outcome,
            resultAt: attempt.resultAt, isLate: attempt.isLate, isReturned: attempt.isReturned,
            error: attempt.error)
        row.append("}")
    }

    // MARK: Lengths

    /// The most bytes of a payment without its attempts.
    @inline(__always)
    private func mostBytes(
        _ entry: UnsafeMutablePointer<LedgerEntry>, _ shard: UnsafeMutablePointer<ShardContent>
    ) -> Int {
        let method = shard.pointee.ledger.symbols[entry.pointee.payment.method]
        return RowCursor.objectBytes + RowCursor.bytes(for: entry.pointee.text.payment)
            + RowCursor.bytes(for: entry.pointee.text.client) + RowCursor.bytes(for: method)
            + RowCursor.bytes(for: entry.displayedError, shard.pointee.ledger.symbols)
            + AttemptText.mostBytes
    }

    /// The most bytes of an attempt.
    @inline(__always)
    private func mostBytes(
        _ attempt: Attempt, _ shard: UnsafeMutablePointer<ShardContent>
    ) -> Int {
        let method = shard.pointee.ledger.symbols[attempt.method]
        return RowCursor.objectBytes + RowCursor.bytes(for: method)
            + RowCursor.bytes(for: attempt.error, shard.pointee.ledger.symbols)
            + AttemptText.mostBytes
    }
}
