internal import CLibrary

/// The calls that write files to the disk, and keep others from writing.
extension POSIX {
    /// Has the system write the file to the disk.
    static func sync(_ descriptor: Int32, _ path: String) throws(FileError) {
        _ = try check(.write, path) { fsync(descriptor) }
    }

    /// Opens the file of a lock, and makes it if it does not exist. A link is not followed: what it leads
    /// to is not a lock.
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

    /// The outcome of asking for a lock.
    enum Locking {
        case locked
        /// Another process has it.
        case taken
        /// The file system has no locks.
        case unsupported
    }

    /// Takes the lock on an open file or folder, where the file system has locks.
    static func lockIfPossible(_ descriptor: Int32, _ path: String) throws(FileError) -> Locking {
        do {
            return try lock(descriptor, path) ? .locked : .taken
        } catch {
            let refusals = [ENOLCK, EOPNOTSUPP, ENOTSUP, ENOSYS, EBADF, EINVAL]
            guard case .system(let number) = error.cause, refusals.contains(number) else {
                throw error
            }
            return .unsupported
        }
    }

    /// Opens a regular file that belongs to the user, but not a link to one; nil for anything else.
    static func openOwn(_ path: String) throws(FileError) -> Int32? {
        let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
        let descriptor = try check(.read, path) { open(path, flags) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_uid == geteuid()
        else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    /// Opens a folder, to lock it.
    static func openFolder(_ path: String) throws(FileError) -> Int32 {
        try check(.write, path) { open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY) }
    }

    /// The same; nil if that is not allowed.
    static func openFolderIfAllowed(_ path: String) throws(FileError) -> Int32? {
        do {
            return try openFolder(path)
        } catch {
            if error.cause == .system(EACCES) { return nil }
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
