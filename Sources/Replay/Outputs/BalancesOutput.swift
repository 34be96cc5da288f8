internal import Files
internal import Payments

/// `balances.json`: what was returned to each client (contract, section 7). A balance stands before
/// the entries that it sums up, so these are gone through twice and never held.
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
        var previous: (client: ByteSlice, currency: Currency)?
        let arena = ScratchArena(chunkBytes: 4096)
        var group = 0
        try source.visit { (row) throws(FileError) in
            if let previous, previous.client == row.client, previous.currency == row.currency {
                file.buffer.append(",")
            } else {
                if previous != nil { file.buffer.append("]},\n") }
                file.buffer.append(row, sums.value(at: group))
                group += 1
                arena.reset()
                previous = (arena.copy(row.client), row.currency)
            }
            file.buffer.append(entry: row)
            try file.flushIfFull()
        }
        if previous != nil { file.buffer.append("]}\n") }
        file.buffer.append("]}\n")
    }

    /// The balance of each client and currency, in order.
    private func balances() throws(FileError) -> BalanceSums {
        let sums = try BalanceSums(in: temporaryFolder)
        var previous: (client: ByteSlice, currency: Currency)?
        let arena = ScratchArena(chunkBytes: 4096)
        var sum: Int128 = 0
        try source.visit { (row) throws(FileError) in
            if let previous, previous.client == row.client, previous.currency == row.currency {
                sum += Int128(row.amount)
                return
            }
            if previous != nil { try sums.append(sum) }
            sum = Int128(row.amount)
            arena.reset()
            previous = (arena.copy(row.client), row.currency)
        }
        if previous != nil { try sums.append(sum) }
        try sums.finish()
        return sums
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
    /// Appends what stands before the rows of a file.
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
            row.append(",\"amount\":")
            row.append(
                minorUnits: entry.amount, fractionDigits: entry.currency.fractionDigits)
            row.append("}")
        }
    }
}
