/// A file that appears under its name only when it is complete: written beside it under a temporary
/// name, then renamed. A reader sees the old one or the new one, never a part.
///
/// The temporary file goes with this value. A program that is to leave nothing behind when it is
/// ended by a signal calls `TemporaryNames.removeFiles` from its handler.
public final class AtomicFile: @unchecked Sendable {
    // Unchecked, since threads only write at places of their own; all else is done by one thread.

    public let path: String
    private let file: TemporaryFile
    private var state = State.open

    private enum State {
        case open, closed, published
    }

    /// - Parameter isPrivate: whether only its owner can read it, from its first moment on.
    public init(path: String, isPrivate: Bool = false) throws(FileError) {
        self.path = path
        try Self.checkPlace(path)
        let prefix = PathText.join(PathText.parent(path), ".\(PathText.name(path)).")
        file = try TemporaryFile(prefix: prefix, for: .create, path)
        if !isPrivate { POSIX.setDefaultAccess(file.descriptor) }
    }

    /// What is no regular file, such as a device or a pipe, is not replaced by one.
    private static func checkPlace(_ path: String) throws(FileError) {
        switch try Folder.kind(of: path) {
        case nil, .file: return
        case .folder: throw FileError(.write, path, .isFolder)
        case .other: throw FileError(.write, path, .isNoRegularFile)
        }
    }

    deinit {
        if state == .open { POSIX.close(file.descriptor) }
        if state != .published { file.remove() }
    }

    /// Writes `bytes` behind what was written before; nothing is buffered.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        try POSIX.writeAll(file.descriptor, bytes, path)
    }

    /// Writes `bytes` at `offset` of the file, whatever is written elsewhere at the same time.
    public func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileError) {
        try POSIX.writeAll(file.descriptor, bytes, at: offset, path)
    }

    /// Has the system set space aside for the first `bytes` of the file, where it can. It then need not
    /// look for space while the file is written, nor all at once when it takes the place of another.
    /// That there is none shows when it is written.
    package func reserve(_ bytes: Int) {
        POSIX.reserve(file.descriptor, bytes)
    }

    /// The first `count` bytes, which were written.
    package func map(count: Int) throws(FileError) -> MappedFile {
        try POSIX.truncate(file.descriptor, to: count, path)
        return try MappedFile(descriptor: file.descriptor, path: path)
    }

    /// Cuts the file off behind `bytes`.
    public func truncate(to bytes: Int) throws(FileError) {
        try POSIX.truncate(file.descriptor, to: bytes, path)
    }

    /// Ends the writing: what can fail has then been done, but for the name.
    public func complete() throws(FileError) {
        precondition(state == .open, "completed once")
        try Self.checkPlace(path)
        state = .closed
        try POSIX.closeWritten(file.descriptor, path)
    }

    /// Gives the completed file its name.
    public func publish() throws(FileError) {
        precondition(state == .closed, "completed before it is published")
        try file.rename(to: path)
        state = .published
    }
}
