/// A file that appears under its name only when it is complete: written beside it under a temporary
/// name, then renamed. A reader sees the old one or the new one, never a part.
public final class AtomicFile {
    public let path: String
    private let temporaryPath: String
    private let descriptor: Int32
    private var isPublished = false

    public init(path: String) throws(FileError) {
        self.path = path
        let name = ".\(PathText.name(path)).XXXXXX"
        let pattern = PathText.join(PathText.parent(path), name)
        (descriptor, temporaryPath) = try POSIX.makeTemporary(pattern, for: .create, path)
    }

    deinit {
        POSIX.close(descriptor)
        if !isPublished { POSIX.remove(temporaryPath) }
    }

    /// Writes `bytes` behind what was written before; nothing is buffered.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        try POSIX.writeAll(descriptor, bytes, path)
    }

    /// Gives the file its name, once everything has been written.
    public func publish() throws(FileError) {
        try POSIX.rename(temporaryPath, to: path)
        isPublished = true
    }
}
