internal import Events
internal import Files
internal import Payments

/// What is written of the payments of a bounded replay: rows in temporary files.
final class SpilledStates: Sendable {
    let kinds: [RowKind]
    private let rows: [RowRuns]
    let balances: SpilledBalances
    private let writer: PaymentRows

    init(_ request: ReplayRequest, workers: Int) throws(FileError) {
        kinds = RowKind.allCases.filter { $0.isWanted(request) }
        writer = PaymentRows(request.setup, paths: request.paths, heldBytes: 64 << 10)
        var rows: [RowRuns] = []
        for _ in kinds { rows.append(try RowRuns(count: workers, in: request.temporaryFolder)) }
        self.rows = rows
        balances = SpilledBalances(
            try RowRuns(count: workers, in: request.temporaryFolder))
    }

    /// The rows of a kind.
    func rows(of kind: RowKind) -> RowRuns {
        guard let index = kinds.firstIndex(of: kind) else {
            preconditionFailure("only what is wanted is asked for")
        }
        return rows[index]
    }

    /// Closes a shard at `end` and writes all that is said of its payments; what a checkpoint says comes
    /// from before.
    func add(
        _ shard: Shard, _ end: Timestamp?, _ request: ReplayRequest, thread: Int
    ) throws(FileError) {
        if request.checkpointPath != nil {
            try add(.checkpoint, OrderedPayments(arranging: [shard]), thread)
        }
        shard.close(at: end, request.setup)
        let payments = OrderedPayments(arranging: [shard])
        for kind in kinds where kind != .checkpoint { try add(kind, payments, thread) }
        try balances.add(shard.returned, thread: thread)
    }

    private func add(
        _ kind: RowKind, _ payments: OrderedPayments, _ thread: Int
    ) throws(FileError) {
        let runs = rows(of: kind)
        let start = runs.position(thread: thread)
        var buffer = OutputBuffer()
        var locations = GrowingBuffer<OrderedPayments.Location>()
        for part in 0..<payments.count {
            payments.list(part: part, into: &locations)
            for index in 0..<locations.count {
                let shard = payments.contents[0]
                let position = Int(locations[index].position)
                let key = shard.pointee.ledger.entries.pointer(at: position).pointee.text.payment
                func flush(_ buffer: inout OutputBuffer) throws(FileError) {
                    guard buffer.count > 0 else { return }
                    try runs.append(key: key, row: buffer.bytes, thread: thread)
                    buffer.removeAll()
                }
                try writer.append(kind, shard, position, to: &buffer, flush: flush)
                try flush(&buffer)
            }
        }
        try runs.endRun(from: start, thread: thread)
    }
}

/// Entries of balances in temporary files. Their keys sort as the entries do: client, zero, currency,
/// time, payment, zero, attempt. No identifier has a zero byte.
final class SpilledBalances: BalanceSource, Sendable {
    private let runs: RowRuns

    init(_ runs: RowRuns) {
        self.runs = runs
    }

    func add(_ entries: [BalanceEntry], thread: Int) throws(FileError) {
        let start = runs.position(thread: thread)
        var key = OutputBuffer()
        for entry in entries.sorted(by: BalanceEntry.precedes) {
            key.removeAll()
            key.append(raw: entry.client)
            key.append(byte: 0)
            key.append(byte: entry.currency.index)
            let at = (UInt64(bitPattern: entry.at.nanoseconds) ^ (1 << 63)).bigEndian
            withUnsafeBytes(of: at) { bytes in for byte in bytes { key.append(byte: byte) } }
            key.append(raw: entry.payment)
            key.append(byte: 0)
            AttemptText.withText(entry.attempt) { key.append(raw: $0) }
            let slice = ByteSlice(base: UnsafePointer(key.base), count: key.count)
            try withUnsafeBytes(of: entry.amount) { amount throws(FileError) in
                try runs.append(key: slice, row: amount, thread: thread)
            }
        }
        try runs.endRun(from: start, thread: thread)
    }

    func visit(_ body: (BalanceRow) throws(FileError) -> Void) throws(FileError) {
        try runs.visit { (key, row) throws(FileError) in
            let client = Self.text(key, from: 0)
            let currency = key.base[client.count + 1]
            let numbers = UnsafeRawPointer(key.base + client.count + 2)
            let at = numbers.loadUnaligned(as: UInt64.self).bigEndian ^ (1 << 63)
            let payment = Self.text(key, from: client.count + 10)
            let start = client.count + 10 + payment.count + 1
            let attempt = ByteSlice(base: key.base + start, count: key.count - start)
            try body(
                BalanceRow(
                    client: client, payment: payment, attempt: attempt,
                    at: Timestamp(nanoseconds: Int64(bitPattern: at)),
                    amount: row.loadUnaligned(as: Int64.self),
                    currency: Currency(index: currency)))
        }
    }

    /// The text from an offset up to the next zero byte.
    private static func text(_ key: ByteSlice, from start: Int) -> ByteSlice {
        var end = start
        while end < key.count, key.base[end] != 0 { end += 1 }
        return ByteSlice(base: key.base + start, count: end - start)
    }
}
