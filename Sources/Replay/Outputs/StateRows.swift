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
        let digits = currencies.fractionDigits(entry.pointee.payment.currency)
        appendHead(entry, digits, shard, to: &buffer)
        for index in 0..<entry.attemptCount {
            append(
                entry.attempt(index), isFirst: index == 0, digits, shard,
                to: &buffer)
            if buffer.count > Self.heldBytes { try flush(&buffer) }
        }
        buffer.append("]},\n")
    }

    @inline(__always)
    private func appendHead(
        _ entry: UnsafeMutablePointer<LedgerEntry>, _ digits: Int,
        _ shard: UnsafeMutablePointer<ShardContent>,
        to buffer: inout OutputBuffer
    ) {
        let (id, client) = (entry.pointee.text.payment, entry.pointee.text.client)
        let method = shard.pointee.ledger.symbols[entry.pointee.payment.method]
        let error = entry.displayedError
        let most =
            RowCursor.objectBytes + RowCursor.bytes(for: id) + RowCursor.bytes(for: client)
            + RowCursor.bytes(for: method)
            + RowCursor.bytes(for: error, shard.pointee.ledger.symbols)
            + AttemptText.mostBytes
        buffer.append(atMost: most) { row, times in
            row.append("{\"payment\":")
            row.append(string: id)
            row.append(",\"client\":")
            row.append(string: client)
            row.append(",")
            row.append(entry.pointee.payment.method, methods, shard.pointee.ledger.symbols)
            row.append(minorUnits: entry.pointee.payment.amount, fractionDigits: digits)
            row.append("\",\"currency\":\"")
            row.append(letters: currencies.letters(entry.pointee.payment.currency))
            row.append("\",\"status\":")
            row.append(entry.pointee.payment.status)
            row.append(",\"createdAt\":")
            row.append(entry.pointee.payment.createdAt, &times)
            row.append(",\"changedAt\":")
            row.append(entry.pointee.payment.changedAt, &times)
            row.append(",\"paidBy\":")
            row.append(entry.paidBy?.id)
            row.append(",\"displayedError\":")
            row.append(error, shard.pointee.ledger.symbols)
            row.append(",\"attempts\":[")
        }
    }

    @inline(__always)
    private func append(
        _ attempt: Attempt, isFirst: Bool, _ digits: Int,
        _ shard: UnsafeMutablePointer<ShardContent>,
        to buffer: inout OutputBuffer
    ) {
        let method = shard.pointee.ledger.symbols[attempt.method]
        let error = attempt.error
        let most =
            RowCursor.objectBytes + RowCursor.bytes(for: method)
            + RowCursor.bytes(for: error, shard.pointee.ledger.symbols) + AttemptText.mostBytes
        buffer.append(atMost: most) { row, times in
            if isFirst { row.append("{\"attempt\":") } else { row.append(",{\"attempt\":") }
            row.append(attempt.id)
            row.append(",")
            row.append(attempt.method, methods, shard.pointee.ledger.symbols)
            row.append(minorUnits: attempt.amount, fractionDigits: digits)
            row.append("\",\"startedAt\":")
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
            row.append(attempt.resultAt, &times)
            row.append(",\"late\":")
            row.append(attempt.isLate)
            row.append(",\"returned\":")
            row.append(attempt.isReturned)
            row.append(",\"error\":")
            row.append(error, shard.pointee.ledger.symbols)
            row.append("}")
        }
    }
}
