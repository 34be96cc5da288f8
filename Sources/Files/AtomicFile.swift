/// A file that appears under its name only when it is complete: written beside it under a temporary
/// name, then renamed. A reader sees the old one or the new one, never a part.
public final class AtomicFile: @unchecked Sendable {
    // Unchecked, since threads only write at places of their own; all else is done by one thread.

    public let path: String
    private let temporaryPath: String
    private let descriptor: Int32
    private var state = State.open

    private enum State {
        case open, closed, published
    }

    public init(path: String) throws(FileError) {
        self.path = path
        let name = ".\(PathText.name(path)).XXXXXX"
        let pattern = PathText.join(PathText.parent(path), name)
        (descriptor, temporaryPath) = try POSIX.makeTemporary(pattern, for: .create, path)
        POSIX.setDefaultAccess(descriptor)
    }

    deinit {
        if state == .open { POSIX.close(descriptor) }
        if state != .published { POSIX.remove(temporaryPath) }
    }

    /// Writes `bytes` behind what was written before; nothing is buffered.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        try POSIX.writeAll(descriptor, bytes, path)
    }

    /// Writes `bytes` at `offset` of the file, whatever is written elsewhere at the same time.
    public func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileError) {
        try POSIX.writeAll(descriptor, bytes, at: offset, path)
    }

    /// The first `count` bytes, which were written.
    package func map(count: Int) throws(FileError) -> MappedFile {
        try POSIX.truncate(descriptor, to: count, path)
        return try MappedFile(descriptor: descriptor, path: path)
    }

    /// Cuts the file off behind `bytes`.
    public func truncate(to bytes: Int) throws(FileError) {
        try POSIX.truncate(descriptor, to: bytes, path)
    }

    /// Ends the writing: what can fail has then been done, but for the name.
    public func complete() throws(FileError) {
        precondition(state == .open, "completed once")
        guard try Folder.kind(of: path) != .folder else { throw FileError(.write, path, .isFolder) }
        state = .closed
        try POSIX.closeWritten(descriptor, path)
    }

    /// Gives the completed file its name.
    public func publish() throws(FileError) {
        precondition(state == .closed, "completed before it is published")
        try POSIX.rename(temporaryPath, to: path)
        state = .published
    }
}
