internal import Events
internal import Files
internal import Payments

/// `states.json`: a payment as the replay left it (contract, section 7).
extension PaymentRows {
    @inline(__always)
    func appendState(
        _ shard: UnsafeMutablePointer<ShardContent>, _ position: Int, to buffer: inout OutputBuffer,
        _ flush: (inout OutputBuffer) throws(FileError) -> Void
    ) throws(FileError) {
        let entry = shard.pointee.ledger.entries.pointer(at: position)
        guard entry.pointee.payment.status != nil else { return }
        appendStart(entry, shard, to: &buffer)
        if buffer.count > Self.heldBytes { try flush(&buffer) }
        for index in 1..<max(1, entry.attemptCount) {
            let attempt = entry.attempt(index)
            buffer.append(atMost: mostBytes(attempt, shard)) { row, times in
                row.append(",")
                append(attempt, entry, nil, shard, to: &row, &times)
            }
            if buffer.count > Self.heldBytes { try flush(&buffer) }
        }
        buffer.append("]},\n")
    }

    /// Appends the payment with its first attempt.
    @inline(__always)
    private func appendStart(
        _ entry: UnsafeMutablePointer<LedgerEntry>, _ shard: UnsafeMutablePointer<ShardContent>,
        to buffer: inout OutputBuffer
    ) {
        let hasAttempts = entry.pointee.payment.hasAttempts
        var most = mostBytes(entry, shard)
        if hasAttempts { most += mostBytes(entry.pointee.payment.first, shard) }
        buffer.append(atMost: most) { row, times in
            let texts = appendHead(entry, shard, to: &row, &times)
            guard hasAttempts else { return }
            append(entry.pointee.payment.first, entry, texts, shard, to: &row, &times)
        }
    }

    /// What a row says of a payment and mostly of its first attempt, too.
    private struct HeadTexts {
        /// `"method":"card","connector":"acme","amount":"100.00"`
        var money = ByteSlice.empty
        /// The time of the last change, with its quotes.
        var changedAt = ByteSlice.empty
    }

    @inline(__always)
    private func appendHead(
        _ entry: UnsafeMutablePointer<LedgerEntry>, _ shard: UnsafeMutablePointer<ShardContent>,
        to row: inout RowCursor, _ times: inout TimestampText
    ) -> HeadTexts {
        var texts = HeadTexts()
        row.append("{\"payment\":")
        row.append(string: entry.pointee.text.payment)
        row.append(",\"client\":")
        row.append(string: entry.pointee.text.client)
        row.append(",")
        texts.money = row.noting { row in
            append(
                entry.pointee.payment.method, entry.pointee.payment.amount, entry, shard, to: &row)
        }
        row.append(",\"currency\":\"")
        row.append(letters: currencies.letters(entry.pointee.payment.currency))
        row.append("\",\"status\":")
        row.append(entry.pointee.payment.status)
        row.append(",\"createdAt\":")
        row.append(entry.pointee.payment.createdAt, &times)
        row.append(",\"changedAt\":")
        texts.changedAt = row.noting { $0.append(entry.pointee.payment.changedAt, &times) }
        row.append(",\"paidBy\":")
        row.append(entry.paidBy?.id)
        row.append(",\"displayedError\":")
        row.append(entry.displayedError, shard.pointee.ledger.symbols)
        row.append(",\"attempts\":[")
        return texts
    }

    /// Appends an attempt; `texts` are those of its payment, if they are at hand.
    @inline(__always)
    private func append(
        _ attempt: Attempt, _ entry: UnsafeMutablePointer<LedgerEntry>, _ texts: HeadTexts?,
        _ shard: UnsafeMutablePointer<ShardContent>, to row: inout RowCursor,
        _ times: inout TimestampText
    ) {
        row.append("{\"attempt\":")
        row.append(attempt.id)
        row.append(",")
        if let texts, attempt.method == entry.pointee.payment.method,
            attempt.amount == entry.pointee.payment.amount
        {
            row.append(raw: texts.money)
        } else {
            append(attempt.method, attempt.amount, entry, shard, to: &row)
        }
        row.append(",\"startedAt\":")
        row.append(attempt.startedAt, &times)
        row.append(",\"deadline\":")
        row.append(attempt.deadline, &times)
        row.append(",\"expiredAt\":")
        row.append(attempt.isExpired ? attempt.deadline : nil, &times)
        row.append(",\"outcome\":")
        switch attempt.outcome {
        case .succeeded: row.append("\"succeeded\"")
        case .failed: row.append("\"failed\"")
        case nil: row.append("null")
        }
        row.append(",\"resultAt\":")
        if let texts, attempt.resultAt == entry.pointee.payment.changedAt {
            row.append(raw: texts.changedAt)
        } else {
            row.append(attempt.resultAt, &times)
        }
        row.append(",\"late\":")
        row.append(attempt.isLate)
        row.append(",\"returned\":")
        row.append(attempt.isReturned)
        row.append(",\"error\":")
        row.append(attempt.error, shard.pointee.ledger.symbols)
        row.append("}")
    }

    /// Appends the members that name a method, its connector and an amount.
    @inline(__always)
    private func append(
        _ method: Symbol, _ amount: Int64, _ entry: UnsafeMutablePointer<LedgerEntry>,
        _ shard: UnsafeMutablePointer<ShardContent>, to row: inout RowCursor
    ) {
        row.append(method, methods, shard.pointee.ledger.symbols)
        row.append(
            minorUnits: amount,
            fractionDigits: currencies.fractionDigits(entry.pointee.payment.currency))
        row.append("\"")
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
