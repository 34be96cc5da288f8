internal import Files
internal import Payments

/// `states.json`: every payment as the replay left it (contract, section 7).
struct StatesOutput {
    private let result: ReplayResult
    private let connectors: ConnectorNames

    init(_ result: ReplayResult) {
        self.result = result
        connectors = ConnectorNames(result.request.setup)
    }

    func write(_ order: PaymentOrder, to file: OutputFile) throws(FileError) {
        var rows = RowList(file, "payments", result)
        for place in order.places {
            let shard = result.shards[Int(place.shard)]
            try rows.add { buffer in
                append(shard, Int(place.position), &buffer)
            }
        }
        rows.finish()
    }

    private func append(_ shard: Shard, _ position: Int, _ buffer: inout OutputBuffer) {
        let payment = shard.ledger.entries[position].payment
        buffer.append("{\"payment\":")
        buffer.append(string: shard.ledger.entries[position].id)
        buffer.append(",\"client\":")
        buffer.append(string: shard.ledger.symbols[payment.client])
        appendMethod(payment.method, shard, &buffer)
        buffer.append(",\"amount\":")
        buffer.append(Int128(payment.amount), in: payment.currency)
        buffer.append(",\"currency\":\"")
        buffer.append(payment.currency)
        buffer.append("\",\"status\":")
        buffer.append(payment.status)
        buffer.append(",\"createdAt\":")
        buffer.append(payment.createdAt)
        buffer.append(",\"changedAt\":")
        buffer.append(payment.changedAt)
        buffer.append(",\"paidBy\":")
        buffer.append(string: payment.paidBy.map { shard.ledger.symbols[$0.id] })
        buffer.append(",\"displayedError\":")
        buffer.append(payment.displayedError, shard.ledger.symbols)
        buffer.append(",\"attempts\":[")
        for index in 0..<payment.attemptCount {
            if index > 0 { buffer.append(",") }
            append(payment[attempt: index], payment.currency, shard, &buffer)
        }
        buffer.append("]}")
    }

    private func append(
        _ attempt: Attempt, _ currency: Currency, _ shard: Shard, _ buffer: inout OutputBuffer
    ) {
        buffer.append("{\"attempt\":")
        buffer.append(string: shard.ledger.symbols[attempt.id])
        appendMethod(attempt.method, shard, &buffer)
        buffer.append(",\"amount\":")
        buffer.append(Int128(attempt.amount), in: currency)
        buffer.append(",\"startedAt\":")
        buffer.append(attempt.startedAt)
        buffer.append(",\"deadline\":")
        buffer.append(attempt.deadline)
        buffer.append(",\"expiredAt\":")
        buffer.append(attempt.isExpired ? attempt.deadline : nil)
        buffer.append(",\"outcome\":")
        switch attempt.outcome {
        case .succeeded: buffer.append(name: "succeeded")
        case .failed: buffer.append(name: "failed")
        case nil: buffer.appendNull()
        }
        buffer.append(",\"resultAt\":")
        buffer.append(attempt.resultAt)
        buffer.append(",\"late\":")
        buffer.append(attempt.isLate)
        buffer.append(",\"returned\":")
        buffer.append(attempt.isReturned)
        buffer.append(",\"error\":")
        buffer.append(attempt.error, shard.ledger.symbols)
        buffer.append("}")
    }

    /// Appends a method and its connector, which is null for one that is not configured.
    private func appendMethod(_ method: Symbol, _ shard: Shard, _ buffer: inout OutputBuffer) {
        buffer.append(",\"method\":")
        buffer.append(string: shard.ledger.symbols[method])
        buffer.append(",\"connector\":")
        buffer.append(string: connectors[method])
    }
}

/// The names of the connectors by the symbols of their methods.
struct ConnectorNames {
    private let arena = ScratchArena()
    private let names: [ByteSlice]

    init(_ setup: ReplaySetup) {
        let arena = arena
        names = setup.methods.map { arena.copy(setup.connectors[$0.connector].id) }
    }

    /// Nil for a method that is not configured.
    subscript(method: Symbol) -> ByteSlice? {
        Int(method.rawValue) < names.count ? names[Int(method.rawValue)] : nil
    }
}

extension OutputBuffer {
    /// Appends the quoted status, or null where no payment exists.
    @inline(__always)
    mutating func append(_ status: Status?) {
        switch status {
        case .waiting: append(name: "waiting-for-payment")
        case .processing: append(name: "processing")
        case .completed: append(name: "completed")
        case nil: appendNull()
        }
    }

    /// Appends the currency's code without quotes.
    @inline(__always)
    mutating func append(_ currency: Currency) {
        var code = currency.code
        code.withUTF8 { buffer in
            guard let base = buffer.baseAddress else { return }
            append(raw: ByteSlice(base: base, count: buffer.count))
        }
    }
}
