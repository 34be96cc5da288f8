internal import Events
internal import Files
internal import Payments

/// `balances.json`: what was returned to each client. A balance precedes the entries that it sums up,
/// so these are gone through twice and never held.
struct BalancesOutput<Source: BalanceSource> {
    private let source: Source
    private let clock: Timestamp?
    private let temporaryFolder: String

    init(_ source: Source, _ result: ReplayResult) {
        self.source = source
        clock = result.end
        temporaryFolder = result.request.temporaryFolder
    }

    func write(to file: OutputFile) throws(FileError) {
        let sums = try balances()
        file.buffer.appendHead("balances", clock)
        var balance = CurrentBalance()
        try source.visit { (row) throws(FileError) in
            if balance.begins(with: row) {
                if balance.number > 1 { file.buffer.append("]},\n") }
                file.buffer.append(row, sums.value(at: balance.number - 1))
            } else {
                file.buffer.append(",")
            }
            file.buffer.append(entry: row)
            try file.flushIfFull()
        }
        if balance.number > 0 { file.buffer.append("]}\n") }
        file.buffer.append("]}\n")
    }

    /// The balance of each client and currency, in order.
    private func balances() throws(FileError) -> BalanceSums {
        let sums = try BalanceSums(in: temporaryFolder)
        var balance = CurrentBalance()
        var sum: Int128 = 0
        try source.visit { (row) throws(FileError) in
            if balance.begins(with: row) {
                if balance.number > 1 { try sums.append(sum) }
                sum = 0
            }
            sum += Int128(row.amount)
        }
        if balance.number > 0 { try sums.append(sum) }
        try sums.finish()
        return sums
    }
}

/// The client and currency whose entries are being gone through.
private struct CurrentBalance {
    /// The number of balances that have begun.
    private(set) var number = 0
    private var client = ByteSlice.empty
    private var currency: Currency?
    private let arena = ScratchArena(chunkBytes: 4096)

    /// Whether an entry is the first one of its balance.
    mutating func begins(with row: BalanceRow) -> Bool {
        if client == row.client, currency == row.currency { return false }
        number += 1
        arena.reset()
        client = arena.copy(row.client)
        currency = row.currency
        return true
    }
}

/// Sums in a temporary file: there may be as many as there are clients.
final class BalanceSums {
    private let spool: Spool
    private var file: MappedFile?

    init(in folder: String) throws(FileError) {
        spool = try Spool(in: folder)
    }

    func append(_ sum: Int128) throws(FileError) {
        try withUnsafeBytes(of: sum) { bytes throws(FileError) in try spool.write(bytes) }
    }

    func finish() throws(FileError) {
        file = try spool.map(as: "temporary file")
    }

    func value(at index: Int) -> Int128 {
        guard let bytes = file?.bytes else { preconditionFailure("finished before it is read") }
        return bytes.loadUnaligned(
            fromByteOffset: index * MemoryLayout<Int128>.stride, as: Int128.self)
    }
}

extension OutputBuffer {
    /// Appends what precedes the rows of a file.
    mutating func appendHead(_ name: StaticString, _ clock: Timestamp?) {
        append("{\"formatVersion\":1,\"clock\":")
        append(clock)
        append(",\"")
        append(name)
        append("\":[\n")
    }

    /// Appends the start of a balance, up to its first entry.
    fileprivate mutating func append(_ row: BalanceRow, _ balance: Int128) {
        append("{\"client\":")
        append(string: row.client)
        append(",\"currency\":\"")
        append(row.currency)
        append("\",\"balance\":")
        append(balance, in: row.currency)
        append(",\"entries\":[")
    }

    fileprivate mutating func append(entry: BalanceRow) {
        let most =
            RowCursor.objectBytes + RowCursor.bytes(for: entry.payment)
            + RowCursor.bytes(for: entry.attempt)
        append(atMost: most) { row, times in
            row.append("{\"at\":")
            row.append(entry.at, &times)
            row.append(",\"payment\":")
            row.append(string: entry.payment)
            row.append(",\"attempt\":")
            row.append(string: entry.attempt)
            row.append(",\"amount\":\"")
            row.append(
                minorUnits: entry.amount, fractionDigits: entry.currency.fractionDigits)
            row.append("\"}")
        }
    }
}
