internal import Files
internal import Parallelism

/// A file of rows that appears only when it is complete. Its parts are written by several threads, each
/// at its offset: that is known as soon as the parts before it know their lengths.
final class RowFile: Sendable {
    let file: AtomicFile
    private let turn: Monitor<Turn>

    private struct Turn {
        /// The part that is written next.
        var part = 0
        /// Where it begins.
        var offset = 0
        /// How much space was set aside.
        var reserved = 0
        /// A part could not be written.
        var failure: FileError?
    }

    /// Space is set aside for files that are larger than this, so much at a time.
    private static let reservedFrom = 4 << 20
    private static let reservedStep = 64 << 20

    init(path: String) throws(FileError) {
        file = try AtomicFile(path: path, isDurable: false)
        turn = Monitor(Turn())
    }

    /// Writes what precedes the parts.
    func begin(_ head: [UInt8]) throws(FileError) {
        try head.withUnsafeBufferPointer { bytes throws(FileError) in
            try file.write(UnsafeRawBufferPointer(bytes), at: 0)
        }
        turn.change { $0.offset = head.count }
    }

    /// Writes more of what precedes the parts.
    func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        try file.write(bytes, at: end)
        turn.change { $0.offset += bytes.count }
    }

    /// What was written so far.
    func content() throws(FileError) -> MappedFile {
        try file.map(count: end)
    }

    /// Writes a part, or as much of it as there is. Parts may come in any order, but each thread's
    /// parts in theirs: a part waits for its turn, and a later one cannot be finished before.
    func write(
        _ buffer: inout OutputBuffer, part: Int, isWhole: Bool
    ) throws(FileError) {
        let count = buffer.count
        let (offset, failure) = turn.wait { turn -> (Int, FileError?)? in
            if let failure = turn.failure { return (0, failure) }
            return turn.part == part ? (turn.offset, nil) : nil
        }
        if let failure { throw failure }
        turn.change { turn in
            turn.offset += count
            if isWhole { turn.part += 1 }
            guard turn.offset > Self.reservedFrom, turn.offset > turn.reserved else { return }
            turn.reserved = turn.offset + min(turn.offset, Self.reservedStep)
            file.reserve(turn.reserved)
        }
        do throws(FileError) {
            try file.write(buffer.bytes, at: offset)
        } catch {
            turn.change { $0.failure = error }
            throw error
        }
        buffer.removeAll()
    }

    /// Has threads that wait for a part give up, since another thread could not make it.
    func abandon(_ error: FileError) {
        turn.change { $0.failure = $0.failure ?? error }
    }

    /// Where the parts end.
    var end: Int { turn.change { $0.offset } }

    /// Writes what follows the parts, over their last `trimmed` bytes; the name is still the
    /// temporary one: what can fail has then been done.
    func complete(_ tail: borrowing OutputBuffer, trimming trimmed: Int) throws(FileError) {
        let offset = end - trimmed
        try file.write(tail.bytes, at: offset)
        try file.truncate(to: offset + tail.count)
        try file.complete()
    }
}
