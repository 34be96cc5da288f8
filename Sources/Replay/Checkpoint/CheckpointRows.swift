internal import Events
internal import Files
internal import Payments

/// A payment in a checkpoint. Texts are written where they belong, so that a record means the same in any
/// ledger. Identifiers that no payment was created for are kept only if there are notes of them.
extension PaymentRows {
    func appendCheckpoint(
        _ shard: UnsafeMutablePointer<ShardContent>, _ position: Int, to buffer: inout OutputBuffer,
        _ flush: (inout OutputBuffer) throws(FileError) -> Void
    ) throws(FileError) {
        let entry = shard.pointee.ledger.entries.pointer(at: position)
        var anomaly = shard.pointee.anomalies.first(of: position)
        var step = shard.pointee.steps.first(of: position)
        guard entry.pointee.payment.status != nil || anomaly != nil || step != nil else { return }
        buffer.append(.payment) { $0.append(entry, shard.pointee.ledger.symbols) }
        for index in 0..<entry.attemptCount {
            buffer.append(.attempt) {
                $0.append(entry.attempt(index), shard.pointee.ledger.symbols)
            }
            if buffer.count > heldBytes { try flush(&buffer) }
        }
        while let current = anomaly {
            buffer.append(.anomaly) { $0.append(shard.pointee.ledger.anomalies[current]) }
            if buffer.count > heldBytes { try flush(&buffer) }
            anomaly = shard.pointee.anomalies.next(after: current)
        }
        while let current = step {
            buffer.append(.step) {
                $0.append(shard.pointee.ledger.steps[current], shard.pointee.ledger.symbols)
            }
            if buffer.count > heldBytes { try flush(&buffer) }
            step = shard.pointee.steps.next(after: current)
        }
    }
}

extension OutputBuffer {
    fileprivate mutating func append(
        _ entry: UnsafePointer<LedgerEntry>, _ symbols: borrowing SymbolTable
    ) {
        append(text: entry.pointee.text.payment)
        append(text: entry.pointee.text.client)
        guard let status = entry.pointee.payment.status else { return append(integer: UInt8.max) }
        append(integer: status.rawValue)
        append(text: symbols[entry.pointee.payment.method])
        append(integer: entry.pointee.payment.amount)
        append(integer: entry.pointee.payment.currency.codeLetters)
        append(integer: entry.pointee.payment.createdAt.nanoseconds)
        append(integer: entry.pointee.payment.changedAt.nanoseconds)
        let positions = entry.pointee.payment.positions
        for position in [
            positions.current, positions.armed, positions.paidBy, positions.displayed,
        ] {
            append(integer: position ?? -1)
        }
    }

    fileprivate mutating func append(_ attempt: Attempt, _ symbols: borrowing SymbolTable) {
        AttemptText.withText(attempt.id) { append(text: $0) }
        append(text: symbols[attempt.method])
        append(integer: attempt.amount)
        append(integer: attempt.startedAt.nanoseconds)
        append(integer: attempt.deadline?.nanoseconds ?? .min)
        append(integer: attempt.resultAt?.nanoseconds ?? .min)
        append(integer: attempt.marks)
        append(attempt.error, symbols)
    }

    private mutating func append(_ error: GatewayError?, _ symbols: borrowing SymbolTable) {
        append(integer: UInt8(error == nil ? 0 : 1))
        guard let error else { return }
        append(optionalText: error.code.map { symbols[$0] })
        append(optionalText: error.message.map { symbols[$0] })
    }

    fileprivate mutating func append(_ note: AnomalyNote) {
        append(integer: note.kind.rawValue)
        append(integer: note.event.rawValue)
        append(integer: note.rule.rawValue)
        append(integer: note.outcome?.rawValue ?? .max)
        append(note.attempt)
        append(integer: note.at.nanoseconds)
        append(note.origin)
    }

    private mutating func append(_ attempt: AttemptKey?) {
        guard let attempt else { return append(optionalText: nil) }
        AttemptText.withText(attempt) { append(optionalText: $0) }
    }

    private mutating func append(_ origin: EventOrigin) {
        append(integer: origin.file)
        append(integer: Int64(origin.line))
        append(optionalText: origin.id)
    }

    fileprivate mutating func append(_ note: StepNote, _ symbols: borrowing SymbolTable) {
        append(integer: note.step.at.nanoseconds)
        append(integer: note.step.rule.rawValue)
        append(integer: note.step.from?.rawValue ?? .max)
        append(integer: note.step.to?.rawValue ?? .max)
        append(note.step.attempt)
        append(integer: note.step.returned ?? -1)
        append(integer: note.currency.codeLetters)
        append(note.displayedError, symbols)
        append(integer: UInt8(note.origin == nil ? 0 : 1))
        if let origin = note.origin { append(origin) }
    }
}
