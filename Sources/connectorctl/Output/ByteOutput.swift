import Files
import SourceText

/// Writes bytes to a standard stream through one buffer.
///
/// A reader that has gone away ends the writing, not the program; any other failure is thrown by
/// `finish`.
final class ByteOutput {
    private let stream: Terminal.Stream
    /// How commands to a build agent are written that are in the text; nil for data, which is left as it
    /// is.
    private let spelling: BuildCommands.Spelling?
    private var buffer: [UInt8] = []
    private var failure: FileError?
    private static let capacity = 64 * 1024

    /// An output of data.
    convenience init(_ stream: Terminal.Stream) {
        self.init(stream, nil)
    }

    /// - Parameter spelling: how commands to a build agent are written, in text for people; nil for data.
    init(_ stream: Terminal.Stream, _ spelling: BuildCommands.Spelling?) {
        self.stream = stream
        self.spelling = spelling
    }

    func write(_ bytes: some Sequence<UInt8>) {
        guard failure == nil else { return }
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.capacity { flushLines() }
    }

    func write(_ text: String) {
        write(text.utf8)
    }

    /// Writes all of one text for people.
    ///
    /// - Throws: as `finish`.
    static func write(
        _ text: String, to stream: Terminal.Stream = .standardOutput
    ) throws(FileError) {
        let output = ByteOutput(stream, .shown)
        output.write(text)
        try output.finish()
    }

    /// Writes all of some data.
    ///
    /// - Throws: as `finish`.
    static func write(
        _ bytes: some Sequence<UInt8>, to stream: Terminal.Stream = .standardOutput
    ) throws(FileError) {
        let output = ByteOutput(stream)
        output.write(bytes)
        try output.finish()
    }

    /// Whether the reader has gone away, so that further work is wasted.
    var isClosed: Bool { failure != nil }

    /// Writes what is complete. A line in which commands are looked for must not be cut.
    private func flushLines() {
        guard spelling != nil else { return flush() }
        guard let end = buffer.lastIndex(of: ASCII.lineFeed).map({ $0 + 1 }) else { return }
        let rest = buffer[end...]
        buffer.removeSubrange(end...)
        flush()
        buffer.append(contentsOf: rest)
    }

    func flush() {
        guard failure == nil, !buffer.isEmpty else { return }
        let text = spelling.flatMap { BuildCommands.disarmed(buffer, as: $0) } ?? buffer
        do {
            try text.withUnsafeBufferPointer { bytes throws(FileError) in
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
