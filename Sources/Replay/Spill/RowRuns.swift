internal import Events
internal import Files
internal import Parallelism

/// Rows with keys in temporary files: written in sorted stretches (runs), read back as one sorted
/// sequence. A long row may be written in several pieces with the same key.
final class RowRuns: @unchecked Sendable {
    // Unchecked, since a thread writes only to the file with its own number, and reading comes later.

    private struct Run {
        let file: Int
        let start: Int
        let end: Int
    }

    private struct Head: BitwiseCopyable {
        let keyCount: UInt32
        let rowCount: UInt32
    }

    /// Longer rows are written in pieces of this size, so that reading a run never takes more than a few
    /// kilobytes: there may be hundreds of them.
    private static let pieceBytes = 4096
    /// Holds a piece with its head and its key: a balance's key has three identifiers of at most 512
    /// bytes each.
    private static let leastBufferBytes = 8192

    private let files: [Spool]
    private let runs: Monitor<[Run]>

    /// Makes a file in `folder` for each of `count` threads.
    init(count: Int, in folder: String) throws(FileError) {
        var files: [Spool] = []
        for _ in 0..<count { files.append(try Spool(in: folder, bufferBytes: 128 * 1024)) }
        self.files = files
        runs = Monitor([])
    }

    /// Appends a row to the run that the thread is writing.
    func append(
        key: ByteSlice, row: UnsafeRawBufferPointer, thread: Int
    ) throws(FileError) {
        var rest = row[...]
        repeat {
            let piece = rest.prefix(Self.pieceBytes)
            try append(key: key, piece: UnsafeRawBufferPointer(rebasing: piece), thread: thread)
            rest = rest[piece.endIndex...]
        } while !rest.isEmpty
    }

    private func append(
        key: ByteSlice, piece row: UnsafeRawBufferPointer, thread: Int
    ) throws(FileError) {
        let head = Head(
            keyCount: UInt32(truncatingIfNeeded: key.count),
            rowCount: UInt32(truncatingIfNeeded: row.count))
        try withUnsafeBytes(of: head) { bytes throws(FileError) in
            try files[thread].write(bytes)
        }
        try files[thread].write(UnsafeRawBufferPointer(key.buffer))
        try files[thread].write(row)
    }

    /// Where the thread's next run begins.
    func position(thread: Int) -> Int { files[thread].bytes }

    /// Ends the run that the thread began at `start`.
    func endRun(from start: Int, thread: Int) throws(FileError) {
        let end = files[thread].bytes
        guard end > start else { return }
        runs.change { $0.append(Run(file: thread, start: start, end: end)) }
    }

    /// Calls `body` with all rows in the order of their keys, and pieces of a row in theirs.
    func visit(
        _ body: (_ key: ByteSlice, _ row: UnsafeRawBufferPointer) throws(FileError) -> Void
    ) throws(FileError) {
        let runs = runs.change { $0 }
        // However many there are, they are read through no more memory than this.
        let bufferBytes = max(
            Self.leastBufferBytes, min(256 * 1024, (8 << 20) / max(1, runs.count)))
        var readers: [RunReader] = []
        for run in runs {
            let reader = RunReader(files[run.file], run.start, run.end, bufferBytes)
            if try reader.advance() { readers.append(reader) }
        }
        var heap = RunHeap(readers)
        while let reader = heap.first {
            try body(reader.key, reader.row)
            heap.replaceFirst(isAtEnd: try !reader.advance())
        }
    }

    /// Reads a run row by row.
    final class RunReader {
        private let file: Spool
        private var position: Int
        private let end: Int
        private var buffer: UnsafeMutableRawBufferPointer
        private var (start, count) = (0, 0)
        private(set) var key = ByteSlice.empty
        private(set) var row = UnsafeRawBufferPointer(start: nil, count: 0)

        init(_ file: Spool, _ start: Int, _ end: Int, _ bufferBytes: Int) {
            self.file = file
            position = start
            self.end = end
            buffer = .allocate(byteCount: bufferBytes + ByteSlice.padding, alignment: 16)
        }

        deinit {
            buffer.deallocate()
        }

        /// Reads the next row; false at the end.
        func advance() throws(FileError) -> Bool {
            guard start < count || position < end else { return false }
            let headBytes = MemoryLayout<Head>.stride
            try hold(headBytes)
            let head = buffer.loadUnaligned(fromByteOffset: start, as: Head.self)
            let (keyCount, rowCount) = (Int(head.keyCount), Int(head.rowCount))
            try hold(headBytes + keyCount + rowCount)
            guard let base = buffer.baseAddress else { preconditionFailure("it is never empty") }
            let keyStart = base + start + headBytes
            key = ByteSlice(
                base: UnsafePointer(keyStart.assumingMemoryBound(to: UInt8.self)), count: keyCount)
            row = UnsafeRawBufferPointer(start: keyStart + keyCount, count: rowCount)
            start += headBytes + keyCount + rowCount
            return true
        }

        /// Sees to it that the next `bytes` are in the buffer.
        private func hold(_ bytes: Int) throws(FileError) {
            guard count - start < bytes else { return }
            let rest = count - start
            if bytes + ByteSlice.padding > buffer.count {
                let larger = UnsafeMutableRawBufferPointer.allocate(
                    byteCount: bytes * 2 + ByteSlice.padding, alignment: 16)
                larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<count]))
                buffer.deallocate()
                buffer = larger
            } else {
                let held = UnsafeRawBufferPointer(rebasing: buffer[start..<count])
                buffer.baseAddress?.copyMemory(
                    from: held.baseAddress ?? UnsafeRawPointer(key.base), byteCount: rest)
            }
            (start, count) = (0, rest)
            let wanted = min(buffer.count - ByteSlice.padding - rest, end - position)
            let target = UnsafeMutableRawBufferPointer(rebasing: buffer[rest..<(rest + wanted)])
            let read = try file.read(at: position, into: target)
            position += read
            count += read
            precondition(count >= bytes, "a temporary file holds what was written to it")
        }
    }
}

/// Readers with the one whose key is the least first.
private struct RunHeap {
    private var readers: [RowRuns.RunReader]

    init(_ readers: [RowRuns.RunReader]) {
        self.readers = readers.sorted { $0.key < $1.key }
    }

    var first: RowRuns.RunReader? { readers.first }

    /// Takes account of the first reader's new key, or removes it.
    mutating func replaceFirst(isAtEnd: Bool) {
        if isAtEnd {
            readers[0] = readers[readers.count - 1]
            readers.removeLast()
        }
        var parent = 0
        while true {
            var least = parent
            for child in [parent * 2 + 1, parent * 2 + 2]
            where child < readers.count && readers[child].key < readers[least].key {
                least = child
            }
            if least == parent { return }
            readers.swapAt(parent, least)
            parent = least
        }
    }
}
