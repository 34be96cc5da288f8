import Files

/// Writes bytes to a standard stream through one buffer.
///
/// A reader that has gone away ends the writing, not the program; any other failure is thrown by
/// `finish`.
final class ByteOutput {
    private let stream: Terminal.Stream
    private var buffer: [UInt8] = []
    private var failure: FileError?
    private static let capacity = 64 * 1024

    init(_ stream: Terminal.Stream) {
        self.stream = stream
    }

    func write(_ bytes: some Sequence<UInt8>) {
        guard failure == nil else { return }
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.capacity { flush() }
    }

    func write(_ text: String) {
        write(text.utf8)
    }

    /// Writes all of one text.
    ///
    /// - Throws: as `finish`.
    static func write(
        _ text: String, to stream: Terminal.Stream = .standardOutput
    ) throws(FileError) {
        try write(text.utf8, to: stream)
    }

    static func write(
        _ bytes: some Sequence<UInt8>, to stream: Terminal.Stream = .standardOutput
    ) throws(FileError) {
        let output = ByteOutput(stream)
        output.write(bytes)
        try output.finish()
    }

    /// Whether the reader has gone away, so that further work is wasted.
    var isClosed: Bool { failure != nil }

    func flush() {
        guard failure == nil, !buffer.isEmpty else { return }
        do {
            try buffer.withUnsafeBufferPointer { bytes throws(FileError) in
                let bytes = UnsafeRawBufferPointer(bytes)
                try POSIX.writeAll(stream.rawValue, bytes, "standard output")
            }
        } catch {
            failure = error
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what is left.
    ///
    /// - Throws: `FileError` if something could not be written, as when a disk is full.
    func finish() throws(FileError) {
        flush()
        guard let failure, failure.cause != .system(Terminal.brokenPipe) else { return }
        throw failure
    }
}
