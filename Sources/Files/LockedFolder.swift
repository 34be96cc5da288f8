/// A folder into which this process alone writes a set of files. The lock is on the folder itself, so
/// it leaves no file behind.
public final class LockedFolder {
    public let path: String
    /// Nil if the folder cannot be opened, and so cannot be locked.
    private let descriptor: Int32?
    private var made: MadeFolders

    /// Makes the folder, and those above it, if they do not exist yet, and locks it; nil if another
    /// process has locked it. Until `keep` is called, folders that were made are removed with this value
    /// if they are empty, and when a signal ends the program. A folder that may not be listed, or a file
    /// system without locks, is not an obstacle.
    public init?(_ path: String) throws(FileError) {
        var made = MadeFolders()
        var lock: Lock
        do throws(FileError) {
            // If the folder is gone by the time it is locked, whoever made it has removed it.
            repeat {
                try made.make(path)
                lock = try Self.lock(path.isEmpty ? "." : path)
            } while lock == .gone
        } catch {
            made.remove()
            throw error
        }
        guard case .held(let descriptor) = lock else {
            made.keep()
            return nil
        }
        self.path = path
        self.descriptor = descriptor
        self.made = made
    }

    /// What came of locking a folder.
    private enum Lock: Equatable {
        case held(Int32?)
        case taken
        case gone
    }

    private static func lock(_ path: String) throws(FileError) -> Lock {
        guard let descriptor = try POSIX.openFolderIfAllowed(path) else { return .held(nil) }
        do throws(FileError) {
            let isTaken = try POSIX.lockIfPossible(descriptor, path) == .taken
            let isThere = try POSIX.isFile(descriptor, at: path)
            if !isTaken, isThere { return .held(descriptor) }
            POSIX.close(descriptor)
            return isTaken ? .taken : .gone
        } catch {
            POSIX.close(descriptor)
            throw error
        }
    }

    /// Keeps the folders that were made.
    public func keep() { made.keep() }

    deinit {
        made.remove()
        if let descriptor { POSIX.close(descriptor) }
    }
}

/// Folders that were made for a run, and are removed again if nothing comes of it.
private struct MadeFolders {
    /// The deepest first.
    private var folders: [(path: String, slot: TemporaryNames.Slot?)] = []

    /// Makes the folder and those above it, if they do not exist yet.
    mutating func make(_ path: String) throws(FileError) {
        guard try Folder.kind(of: path) != .folder else { return }
        let parent = PathText.parent(path)
        if parent != path && !parent.isEmpty { try make(parent) }
        let slot = try SignalGate.shared.holding { () throws(FileError) -> TemporaryNames.Slot?? in
            guard try POSIX.makeFolder(path) else { return nil }
            return .some(TemporaryNames.shared.add(path))
        }
        if let slot { folders.insert((path, slot), at: 0) }
    }

    /// Removes those that are empty.
    mutating func remove() {
        for (path, _) in folders { POSIX.removeAny(path) }
        keep()
    }

    mutating func keep() {
        for (_, slot) in folders { TemporaryNames.shared.forget(slot) }
        folders = []
    }
}
