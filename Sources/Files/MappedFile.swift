/// A file's bytes, mapped into memory and read by the system as they are touched.
///
/// The length is the one that the file had when it was opened: what is appended later is not seen. A
/// file that is truncated must not be read any further; `checkLength` finds out. Reading on touches bytes
/// that no longer exist, and the system sends SIGBUS, which only the program can handle.
public final class MappedFile: @unchecked Sendable {
    // Unchecked: the mapping is never written and lives as long as the object.
    public let path: String
    public let bytes: UnsafeRawBufferPointer
    /// What tells the file from others; nil for a temporary file, which nobody else can truncate.
    private let node: FileIdentity.Node?

    /// - Throws: `FileError` if the file cannot be opened or mapped, or is not a regular file.
    public convenience init(path: String) throws(FileError) {
        // Opened without waiting: it may have become a pipe.
        let descriptor = try POSIX.openInput(path)
        defer { POSIX.close(descriptor) }
        try Folder.checkIsFile(POSIX.status(descriptor, path).kind, .read, path)
        try self.init(
            descriptor, path: path, .frontToBack, node: POSIX.node(ofRegular: descriptor))
    }

    /// Maps an open file of this program's own, which will be read in `order`.
    package convenience init(
        descriptor: Int32, path: String, order: POSIX.ReadingOrder = .frontToBack
    ) throws(FileError) {
        try self.init(descriptor, path: path, order, node: nil)
    }

    // The file is not kept open: a stream may have more files than a process may open.
    private init(
        _ descriptor: Int32, path: String, _ order: POSIX.ReadingOrder, node: FileIdentity.Node?
    ) throws(FileError) {
        self.path = path
        self.node = node
        let count = try POSIX.status(descriptor, path).bytes
        guard count > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        let base = try POSIX.map(descriptor, count, order, path)
        bytes = UnsafeRawBufferPointer(start: base, count: count)
    }

    deinit {
        if !bytes.isEmpty { POSIX.unmap(bytes) }
    }

    /// - Throws: `FileError` if the file has been truncated since it was opened, and still has its name.
    public func checkLength() throws(FileError) {
        guard let node, let count = POSIX.byteCount(of: node, at: path), count < bytes.count else {
            return
        }
        throw FileError(.read, path, .truncated)
    }
}
