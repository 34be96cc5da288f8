/// A lock that one process at a time holds, through a file that says who holds it. It ends with the
/// process, however that ends.
public final class FileLock {
    private let descriptor: Int32
    private let path: String
    private let slot: TemporaryNames.Slot?

    /// Takes the lock at `path`; nil if somebody else has it.
    ///
    /// - Parameter note: what the file says while the lock is held.
    public init?(path: String, note: [UInt8]) throws(FileError) {
        // The name is known for removal only while the lock is held: another process may hold it.
        let taken = try SignalGate.shared.holding { () throws(FileError) in
            try Self.take(path).map { ($0, TemporaryNames.shared.add(path)) }
        }
        guard let (descriptor, slot) = taken else { return nil }
        self.descriptor = descriptor
        self.path = path
        self.slot = slot
        try POSIX.truncate(descriptor, to: 0, path)
        try note.withUnsafeBufferPointer { bytes throws(FileError) in
            try POSIX.writeAll(descriptor, UnsafeRawBufferPointer(bytes), at: 0, path)
        }
    }

    /// The locked file at `path`; nil if somebody else has locked it.
    private static func take(_ path: String) throws(FileError) -> Int32? {
        while true {
            let descriptor = try POSIX.openLockFile(path)
            do throws(FileError) {
                guard try POSIX.lock(descriptor, path) else {
                    POSIX.close(descriptor)
                    return nil
                }
                // Whoever had the lock may have removed the file between its being opened and locked.
                if try POSIX.isFile(descriptor, at: path) { return descriptor }
                POSIX.close(descriptor)
            } catch {
                POSIX.close(descriptor)
                throw error
            }
        }
    }

    deinit {
        SignalGate.shared.holding {
            POSIX.remove(path)
            TemporaryNames.shared.forget(slot)
            POSIX.close(descriptor)
        }
    }
}
