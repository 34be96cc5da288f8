internal import Files
internal import Payments

/// `balances.json`: what was returned to each client (contract, section 7). It follows from the
/// states: an attempt that is returned was returned when its result came.
struct BalancesOutput {
    private struct Entry {
        let client: ByteSlice
        let currency: Currency
        let at: Timestamp
        let payment: ByteSlice
        let attempt: ByteSlice
        let amount: Int64
    }

    private let entries: [Entry]

    init(_ order: PaymentOrder, _ result: ReplayResult) {
        var entries: [Entry] = []
        for place in order.places {
            let shard = result.shards[Int(place.shard)]
            Self.collect(shard, Int(place.position), into: &entries)
        }
        entries.sort { left, right in Self.precedes(left, right) }
        self.entries = entries
    }

    private static func collect(_ shard: Shard, _ position: Int, into entries: inout [Entry]) {
        let count = shard.ledger.entries[position].payment.attemptCount
        for index in 0..<count {
            let attempt = shard.ledger.entries[position].payment[attempt: index]
            guard attempt.isReturned, let at = attempt.resultAt else { continue }
            let payment = shard.ledger.entries[position].payment
            entries.append(
                Entry(
                    client: shard.ledger.symbols[payment.client], currency: payment.currency,
                    at: at, payment: shard.ledger.entries[position].id,
                    attempt: shard.ledger.symbols[attempt.id], amount: attempt.amount))
        }
    }

    /// Client, currency, time, payment, attempt; texts by their bytes.
    private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
        if !(left.client == right.client) { return left.client < right.client }
        // Currencies are numbered in the order of their codes.
        if left.currency != right.currency { return left.currency.index < right.currency.index }
        if left.at != right.at { return left.at < right.at }
        if !(left.payment == right.payment) { return left.payment < right.payment }
        return left.attempt < right.attempt
    }

    func write(_ result: ReplayResult, to file: OutputFile) throws(FileError) {
        var rows = RowList(file, "balances", result)
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, isSameBalance(start, end) { end += 1 }
            let balance = entries[start..<end]
            try rows.add { buffer in append(balance, &buffer) }
            start = end
        }
        rows.finish()
    }

    private func isSameBalance(_ left: Int, _ right: Int) -> Bool {
        entries[left].client == entries[right].client
            && entries[left].currency == entries[right].currency
    }

    private func append(_ balance: ArraySlice<Entry>, _ buffer: inout OutputBuffer) {
        guard let first = balance.first else { return }
        buffer.append("{\"client\":")
        buffer.append(string: first.client)
        buffer.append(",\"currency\":\"")
        buffer.append(first.currency)
        buffer.append("\",\"balance\":")
        buffer.append(balance.reduce(0) { $0 + Int128($1.amount) }, in: first.currency)
        buffer.append(",\"entries\":[")
        for (index, entry) in balance.enumerated() {
            buffer.append(index == 0 ? "{\"at\":" : ",{\"at\":")
            buffer.append(entry.at)
            buffer.append(",\"payment\":")
            buffer.append(string: entry.payment)
            buffer.append(",\"attempt\":")
            buffer.append(string: entry.attempt)
            buffer.append(",\"amount\":")
            buffer.append(Int128(entry.amount), in: entry.currency)
            buffer.append("}")
        }
        buffer.append("]}")
    }
}
