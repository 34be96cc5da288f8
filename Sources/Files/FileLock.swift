/// A lock that one process at a time holds, by a file that says who. It is gone with the process,
/// however that ends.
public final class FileLock {
    private let descriptor: Int32
    private let path: String

    /// Takes the lock at `path`; nil if somebody else has it.
    ///
    /// - Parameter note: what the file says while the lock is held.
    public init?(path: String, note: [UInt8]) throws(FileError) {
        while true {
            let descriptor = try POSIX.openLockFile(path)
            do throws(FileError) {
                guard try POSIX.lock(descriptor, path) else {
                    POSIX.close(descriptor)
                    return nil
                }
                // Who had the lock may have removed the file between its being opened and locked.
                guard try POSIX.isFile(descriptor, at: path) else {
                    POSIX.close(descriptor)
                    continue
                }
                try POSIX.truncate(descriptor, to: 0, path)
                try note.withUnsafeBufferPointer { bytes throws(FileError) in
                    try POSIX.writeAll(descriptor, UnsafeRawBufferPointer(bytes), at: 0, path)
                }
            } catch {
                POSIX.close(descriptor)
                throw error
            }
            self.descriptor = descriptor
            self.path = path
            return
        }
    }

    deinit {
        POSIX.remove(path)
        POSIX.close(descriptor)
    }
}
