internal import Events
internal import Files
public import Payments
internal import SourceText

/// The state of a replay at the end of its stream, before the timers that are due then have fired: from
/// it a replay goes on with later events as if there had been one stream.
///
/// The file is a magic word, a version, a head, the rows of rejected events as in `rejected.ndjson`, the
/// payments as records (`CheckpointTag`), and a checksum of all that. Everything is little-endian; lengths come first.
public final class Checkpoint: Sendable {
    public let path: String
    let head: CheckpointHead
    private let file: MappedFile
    private let rejected: Range<Int>
    private let records: Range<Int>

    static let magic: UInt64 = 0x544B_5043_4C54_4343  // "CCTLCPKT"
    static let version: UInt32 = 4
    static let checksumBytes = 8

    /// Opens and checks the checkpoint at `path`.
    ///
    /// - Throws: `ReplayFailure` if it cannot be read, is not a checkpoint, damaged, or of another version.
    public init(path: String) throws(ReplayFailure) {
        self.path = path
        let file = try ReplayFailure.catching { () throws(FileError) in try MappedFile(path: path) }
        self.file = file
        do throws(CheckpointProblem) {
            (head, rejected, records) = try Self.open(file.bytes)
        } catch {
            throw .checkpoint(path: path, error)
        }
    }

    private static func open(
        _ bytes: UnsafeRawBufferPointer
    ) throws(CheckpointProblem) -> (CheckpointHead, Range<Int>, Range<Int>) {
        do throws(ByteReader.Damage) {
            var reader = ByteReader(bytes)
            guard try reader.integer(UInt64.self) == magic else { throw ByteReader.Damage() }
        } catch {
            throw .notACheckpoint
        }
        do throws(ByteReader.Damage) {
            var reader = ByteReader(
                UnsafeRawBufferPointer(rebasing: bytes.dropFirst(MemoryLayout<UInt64>.size)))
            guard try reader.integer(UInt32.self) == version else { throw ByteReader.Damage() }
        } catch {
            throw .version
        }
        do throws(ByteReader.Damage) {
            return try openContent(bytes)
        } catch {
            throw .isDamaged
        }
    }

    private static func openContent(
        _ bytes: UnsafeRawBufferPointer
    ) throws(ByteReader.Damage) -> (CheckpointHead, Range<Int>, Range<Int>) {
        let end = bytes.count - checksumBytes
        guard end > 0 else { throw ByteReader.Damage() }
        let content = UnsafeRawBufferPointer(rebasing: bytes[..<end])
        var tail = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[end...]))
        guard try tail.integer(UInt64.self) == Checksum.of(content) else {
            throw ByteReader.Damage()
        }
        var reader = ByteReader(content)
        _ = try reader.bytes(MemoryLayout<UInt64>.size + MemoryLayout<UInt32>.size)
        let head = try CheckpointHead(&reader)
        let start = reader.offset(in: content)
        let rows = try reader.bytes(head.rejectedBytes).buffer
        guard rows.isEmpty == (head.statistics.refused == 0),
            rows.last ?? ASCII.lineFeed == ASCII.lineFeed
        else { throw ByteReader.Damage() }
        let middle = reader.offset(in: content)
        return (head, start..<middle, middle..<end)
    }

    /// The time of the clock; nil if no event had come.
    public var clock: Timestamp? { head.clock }

    /// The size of what it says of payments.
    var paymentBytes: Int { records.count }

    /// Whether it has the steps of the trace.
    public var hasTrace: Bool { head.hasTrace }

    /// Calls `body` with the rows of rejected events, piece by piece.
    func visitRejected(
        _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
    ) throws(FileError) {
        try file.visitPieces(of: rejected, body)
    }

    /// Calls `body` with all records in order.
    func visit(
        _ body: (CheckpointRecord) throws(ReplayFailure) -> Void
    ) throws(ReplayFailure) {
        var (position, forgotten) = (records.lowerBound, records.lowerBound)
        while position < records.upperBound {
            let rest = UnsafeRawBufferPointer(
                rebasing: file.bytes[position..<records.upperBound])
            let record = try damageChecked { () throws(ByteReader.Damage) in
                try CheckpointRecord(rest)
            }
            try body(record)
            position += record.bytes.count
            if position - forgotten > 4 << 20 {
                POSIX.forget(UnsafeRawBufferPointer(rebasing: file.bytes[forgotten..<position]))
                forgotten = position
            }
        }
    }

    /// What `body` gives; that it finds damage, though the checksum was right, is said like any other.
    func damageChecked<Result>(
        _ body: () throws(ByteReader.Damage) -> Result
    ) throws(ReplayFailure) -> Result {
        do {
            return try body()
        } catch {
            throw .checkpoint(path: path, .isDamaged)
        }
    }
}

/// Why a replay cannot go on from a file.
public enum CheckpointProblem: Error, Sendable, Equatable {
    /// The file is not a checkpoint.
    case notACheckpoint
    /// Its version is not one that this program reads.
    case version
    /// It is cut off, or something in it was changed.
    case isDamaged
    /// It was made without a trace, and one is wanted.
    case hasNoTrace
    /// The clock is to stop before the time of the checkpoint.
    case isLater
}
