#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The calls that make writing last, and keep others from writing.
extension POSIX {
    /// Has the system write what was written to the disk.
    static func sync(_ descriptor: Int32, _ path: String) throws(FileError) {
        _ = try check(.write, path) { fsync(descriptor) }
    }

    /// Opens the file of a lock, and makes it if it is not there. A link is not followed: what it leads to
    /// is no lock.
    static func openLockFile(_ path: String) throws(FileError) -> Int32 {
        try check(.create, path) { open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644) }
    }

    /// Takes the lock on an open file; false if another process has it.
    static func lock(_ descriptor: Int32, _ path: String) throws(FileError) -> Bool {
        do {
            _ = try check(.create, path) { flock(descriptor, LOCK_EX | LOCK_NB) }
            return true
        } catch {
            if error.cause == .system(EWOULDBLOCK) { return false }
            throw error
        }
    }

    /// Whether the open file is the one that `path` names now.
    static func isFile(_ descriptor: Int32, at path: String) throws(FileError) -> Bool {
        var (mine, named) = (stat(), stat())
        _ = try check(.read, path) { fstat(descriptor, &mine) }
        do {
            _ = try check(.read, path) { stat(path, &named) }
        } catch {
            if error.cause == .system(ENOENT) { return false }
            throw error
        }
        return mine.st_ino == named.st_ino && mine.st_dev == named.st_dev
    }
}
