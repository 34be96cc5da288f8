internal import Files

/// A buffer on its way to a file that appears only when it is complete.
final class OutputFile: @unchecked Sendable {
    // Unchecked, since one thread at a time writes.
    var buffer = OutputBuffer()
    let file: AtomicFile
    private static let fullBytes = 1 << 20

    init(path: String) throws(FileError) {
        file = try AtomicFile(path: path, isDurable: false)
    }

    func flushIfFull() throws(FileError) {
        if buffer.count >= Self.fullBytes { try flush() }
    }

    func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer.append(bytes: $0) }
    }

    /// Writes `bytes` that are too many to be held.
    func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        try flush()
        try file.write(bytes)
    }

    /// Writes everything, still under the temporary name: what can fail has then been done.
    func complete() throws(FileError) {
        try flush()
        try file.complete()
    }

    private func flush() throws(FileError) {
        try file.write(buffer.bytes)
        buffer.removeAll()
    }
}
