internal import Events
internal import Files
internal import Payments

/// What was returned to a client for one attempt. The texts are in the payment's ledger.
struct BalanceEntry: BitwiseCopyable {
    let client: ByteSlice
    let payment: ByteSlice
    let attempt: AttemptKey
    let at: Timestamp
    let amount: Int64
    let currency: Currency

    /// Client, currency, time, payment, attempt; texts by their bytes.
    static func precedes(_ left: BalanceEntry, _ right: BalanceEntry) -> Bool {
        if !(left.client == right.client) { return left.client < right.client }
        // Currencies are numbered in the order of their codes.
        if left.currency != right.currency { return left.currency.index < right.currency.index }
        if left.at != right.at { return left.at < right.at }
        if !(left.payment == right.payment) { return left.payment < right.payment }
        return AttemptText.withText(left.attempt) { left in
            AttemptText.withText(right.attempt) { left < $0 }
        }
    }
}

/// The same, with all texts as they are written.
struct BalanceRow {
    let client: ByteSlice
    let payment: ByteSlice
    let attempt: ByteSlice
    let at: Timestamp
    let amount: Int64
    let currency: Currency
}

/// All that was returned, in the order of `balances.json`, to be gone through as often as needed.
protocol BalanceSource {
    func visit(_ body: (BalanceRow) throws(FileError) -> Void) throws(FileError)
}

/// Entries in memory.
struct ResidentBalances: BalanceSource {
    private let entries: [BalanceEntry]

    init(_ shards: [Shard]) {
        let entries = shards.flatMap(\.returned)
        var clients = IdentifierOrder()
        for entry in entries { clients.add(entry.client) }
        let skipping = clients.commonCount
        // Few clients have the same eight bytes after those that all have in common: then nothing else is
        // looked at, and what is moved is small.
        var order = entries.indices.map { index in
            (prefix: entries[index].client.orderedPrefix(from: skipping), index: index)
        }
        order.sort { left, right in
            left.prefix == right.prefix
                ? BalanceEntry.precedes(entries[left.index], entries[right.index])
                : left.prefix < right.prefix
        }
        self.entries = order.map { entries[$0.index] }
    }

    func visit(_ body: (BalanceRow) throws(FileError) -> Void) throws(FileError) {
        let arena = ScratchArena(chunkBytes: 4096)
        for entry in entries {
            let attempt = AttemptText.withText(entry.attempt) { arena.copy($0) }
            try body(
                BalanceRow(
                    client: entry.client, payment: entry.payment, attempt: attempt, at: entry.at,
                    amount: entry.amount, currency: entry.currency))
            arena.reset()
        }
    }
}
