/// A regular file that was opened once: its kind, its permissions and its content are those of one
/// file, whatever happens to its path meanwhile.
public final class OpenFile: Sendable {
    /// What messages call it.
    public let path: String
    /// The permission bits.
    public let permissions: Int
    private let descriptor: Int32
    private let bytes: Int

    /// Opens the file at `path`, links followed; nil if there is no such file. Opening does not
    /// wait for a pipe or a device.
    ///
    /// - Throws: `FileError` if it cannot be opened, or is not a regular file.
    public static func open(_ path: String) throws(FileError) -> OpenFile? {
        guard let descriptor = try POSIX.openAtOnce(path) else { return nil }
        return try OpenFile(descriptor, path)
    }

    /// Takes over an open file.
    init(_ descriptor: Int32, _ path: String) throws(FileError) {
        do throws(FileError) {
            let status = try POSIX.status(descriptor, path)
            try Folder.checkIsFile(status.kind, .read, path)
            (permissions, bytes) = (status.permissions, status.bytes)
        } catch {
            POSIX.close(descriptor)
            throw error
        }
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        POSIX.close(descriptor)
    }

    /// The content; to be read once.
    ///
    /// - Throws: `FileError` if it cannot be read, or has more than `limitBytes`.
    public func read(limitBytes: Int) throws(FileError) -> [UInt8] {
        try WholeFile.readAll(expected: bytes, path, limitBytes) { buffer throws(FileError) in
            try POSIX.read(descriptor, into: buffer, path)
        }
    }
}

extension Folder {
    /// The absolute path of what `path` names, with every link followed; nil if nothing has that name.
    package static func resolvedIfThere(_ path: String) throws(FileError) -> String? {
        try POSIX.ifThere { () throws(FileError) in try POSIX.resolved(path) }
    }
}
