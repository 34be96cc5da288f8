/// What it takes to undo the steps of a change that fails. Old files are kept under temporary names until
/// the change is done; if this run is killed, a later one removes them.
struct Undoing {
    let steps: FileSteps
    private var done: [Done] = []

    /// A change that was begun; whether it was carried out shows when it is undone.
    private enum Done {
        /// The file `temporary` was to get the name `path`, which nothing had.
        case appeared(path: String, temporary: String)
        /// What had the name `path` is kept in `backup`.
        case kept(path: String, backup: Backup)
        case closed(path: String, permissions: Int)
    }

    init(steps: FileSteps) {
        self.steps = steps
    }

    /// Keeps what has the name `path`, if anything has, while `temporary` gets that name.
    ///
    /// - Parameter isPrivate: whether only its owner may read what is kept.
    mutating func keep(
        _ path: String, replacedBy temporary: String, isPrivate: Bool
    ) throws(FileError) {
        guard let old = try POSIX.entry(path) else {
            done.append(.appeared(path: path, temporary: temporary))
            return
        }
        if isPrivate, old.isRegular, old.permissions & 0o077 != 0 { try close(path, old) }
        let backup = Backup(of: path)
        done.append(.kept(path: path, backup: backup))
        do throws(FileError) {
            try steps.perform(.link(from: path, to: backup.path))
        } catch {
            // A file system without links, or somebody else's file.
            guard POSIX.isRefusedLink(error) else { throw error }
            try steps.perform(.rename(from: path, to: backup.path))
        }
        backup.lock()
    }

    /// Lets only its owner read the old file; only the owner can do that.
    private mutating func close(_ path: String, _ old: POSIX.Entry) throws(FileError) {
        do throws(FileError) {
            try steps.perform(.setPermissions(path: path, permissions: 0o600))
            done.append(.closed(path: path, permissions: old.permissions))
        } catch {
            guard POSIX.isNotOwner(error) else { throw error }
        }
    }

    /// Removes the name from what has it, if anything has.
    mutating func setAside(_ path: String) throws(FileError) {
        guard try POSIX.entry(path) != nil else { return }
        let backup = Backup(of: path)
        done.append(.kept(path: path, backup: backup))
        try steps.perform(.rename(from: path, to: backup.path))
        backup.lock()
    }

    /// Undoes everything, the last change first, up to the first that cannot be undone: it may need the
    /// changes before it. Returns `error`, with what could not be undone.
    func undo(after error: FileError) -> FileError {
        for change in done.reversed() {
            do throws(FileError) {
                try undo(change)
            } catch let failure {
                var error = error
                error.unrestored = failure.path
                return error
            }
        }
        return error
    }

    private func undo(_ change: Done) throws(FileError) {
        switch change {
        case .appeared(let path, let temporary):
            // If our file is still there, what has the name is somebody else's, made meanwhile.
            if try POSIX.entry(temporary) == nil { try steps.perform(.remove(path: path)) }
        case .kept(let path, let backup):
            guard try POSIX.entry(backup.path) != nil else { return }
            try steps.perform(.rename(from: backup.path, to: path))
            // Where both are names of one file, that changed nothing.
            try steps.perform(.remove(path: backup.path))
        case .closed(let path, let permissions):
            try steps.perform(.setPermissions(path: path, permissions: permissions))
        }
    }

    /// Removes what was kept, since the change is done. What cannot be removed, a later run removes.
    func forget() {
        for case .kept(_, let backup) in done {
            try? steps.perform(.remove(path: backup.path))
        }
    }
}

/// The temporary name of an old file. It is locked, so that no other run takes it for a leftover.
private final class Backup {
    let path: String
    private var descriptor: Int32?

    init(of path: String) {
        self.path = TemporaryName.beside(path)
    }

    deinit {
        if let descriptor { POSIX.close(descriptor) }
    }

    /// Locks the file, if it can be opened; other runs that cannot open it cannot remove it either.
    func lock() {
        descriptor = try? POSIX.openOwn(path)
        if let descriptor { _ = try? POSIX.lockIfPossible(descriptor, path) }
    }
}
