/// A file that appears under its name only when it is complete: written beside it under a temporary
/// name, then renamed, by itself or in a `FileSet`. A reader sees the old one or the new one, never a part.
///
/// The temporary file is removed with this value. A program that should leave nothing behind when a
/// signal ends it calls `TemporaryNames.removeAll` from its handler.
public final class AtomicFile: @unchecked Sendable {
    // Unchecked: threads only write at offsets of their own; everything else is done by one thread.

    public let path: String
    let isPrivate: Bool
    /// Whether the file and its name must be on the disk before the program goes on.
    let isDurable: Bool
    private let file: TemporaryFile
    /// A file that is written together with this one, and whose lock counts for both.
    private let leader: AtomicFile?
    /// Keeps the completed file locked, so that no other run takes it for a leftover.
    private var lock: Int32?
    private var state = State.open

    private enum State {
        case open, closed, published
    }

    /// - Parameters:
    ///   - isPrivate: whether only its owner can read it, from the moment it is made.
    ///   - isDurable: whether it must be on the disk before the program goes on.
    ///   - leader: a file in the same folder that gets its name after this one. Only that stays open, so
    ///     that a set may have more files than can be open at once.
    public init(
        path: String, isPrivate: Bool = false, isDurable: Bool = true,
        before leader: AtomicFile? = nil
    ) throws(FileError) {
        self.path = path
        self.isPrivate = isPrivate
        self.isDurable = isDurable
        self.leader = leader
        try Self.checkTarget(path)
        file = try TemporaryFile(beside: path, with: leader?.file)
        if !isPrivate { POSIX.setDefaultAccess(file.descriptor) }
    }

    /// A file with this content, complete except for its name.
    public convenience init(
        path: String, _ bytes: [UInt8], before leader: AtomicFile? = nil
    ) throws(FileError) {
        try self.init(path: path, before: leader)
        try write(bytes)
        try complete()
    }

    /// Writes `bytes` after what was written before; nothing is buffered.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        try bytes.withUnsafeBufferPointer { bytes throws(FileError) in
            try write(UnsafeRawBufferPointer(bytes))
        }
    }

    /// Only regular files are replaced, no devices or pipes.
    private static func checkTarget(_ path: String) throws(FileError) {
        guard let kind = try Folder.kind(of: path) else { return }
        try Folder.checkIsFile(kind, .write, path)
    }

    deinit {
        if state == .open { POSIX.close(file.descriptor) }
        if state != .published { file.remove() }
        if let lock { POSIX.close(lock) }
    }

    /// Writes `bytes` after what was written before; nothing is buffered.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        try POSIX.writeAll(file.descriptor, bytes, path)
    }

    /// Writes `bytes` at `offset` of the file, whatever is written elsewhere at the same time.
    public func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileError) {
        try POSIX.writeAll(file.descriptor, bytes, at: offset, path)
    }

    /// Has the system reserve space for the first `bytes` of the file, where it can. It then need not
    /// look for space while the file is written, nor all at once when it replaces another. If there is
    /// not enough, writing fails.
    package func reserve(_ bytes: Int) {
        POSIX.reserve(file.descriptor, bytes)
    }

    /// The first `count` bytes, which must have been written.
    package func map(count: Int) throws(FileError) -> MappedFile {
        try POSIX.truncate(file.descriptor, to: count, path)
        return try MappedFile(descriptor: file.descriptor, path: path)
    }

    /// Truncates the file to `bytes`.
    public func truncate(to bytes: Int) throws(FileError) {
        try POSIX.truncate(file.descriptor, to: bytes, path)
    }

    /// Ends the writing: everything that can fail has then been done, except for giving it its name.
    public func complete() throws(FileError) {
        precondition(state == .open, "completed once")
        try Self.checkTarget(path)
        if isDurable { try POSIX.sync(file.descriptor, path) }
        if leader == nil { lock = try POSIX.duplicate(file.descriptor, path) }
        state = .closed
        try POSIX.closeWritten(file.descriptor, path)
    }

    /// Gives the completed file its name.
    public func publish() throws(FileError) {
        try FileSet([self]).publish()
    }

    /// What gives the completed file its name.
    var change: FileCommit.Change {
        precondition(state == .closed, "completed before it is published")
        return .replace(path: path, by: file.path, isPrivate: isPrivate)
    }

    /// The file has its name.
    func didPublish() {
        state = .published
        file.forget()
    }
}
