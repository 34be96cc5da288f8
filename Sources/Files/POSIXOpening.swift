internal import CLibrary

/// Opening without waiting, and without following links.
extension POSIX {
    /// Opens what `path` names, links followed; nil if nothing has that name. A pipe is opened even
    /// without a writer, and a terminal does not become that of the process.
    static func openAtOnce(_ path: String) throws(FileError) -> Int32? {
        try opened(path, [ENOENT, ENOTDIR]) { open(path, reading) }
    }

    /// Opens what the folder holds under `name`; nil if there is no such file, or it is a link.
    static func openAtOnce(
        _ name: String, in folder: Int32, _ path: String
    ) throws(FileError) -> Int32? {
        try opened(path, changed) { openat(folder, name, reading | O_NOFOLLOW) }
    }

    /// Opens a folder, to find others from there; nil if there is no such folder.
    static func openFolder(_ folder: String, _ path: String) throws(FileError) -> Int32? {
        try opened(path, [ENOENT, ENOTDIR]) { open(folder, searching) }
    }

    /// Opens the folder that another one holds under `name`; nil if there is no such
    /// folder, or it is a link.
    static func openFolder(
        _ name: String, in folder: Int32, _ path: String
    ) throws(FileError) -> Int32? {
        try opened(path, changed) { openat(folder, name, searching | O_NOFOLLOW) }
    }

    private static let reading = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY

    /// Needs no permission to list the folder where the system has a way to ask for that.
    private static var searching: Int32 {
        #if os(Linux)
            // O_PATH, which the C library declares only where all extensions are asked for.
            return 0o10000000 | O_DIRECTORY | O_CLOEXEC
        #else
            return O_RDONLY | O_DIRECTORY | O_CLOEXEC
        #endif
    }

    /// The errors for a name that is gone, or has become that of a link.
    private static let changed = [ENOENT, ENOTDIR, ELOOP]

    /// What `call` has opened; nil if the system's error is one of `absent`.
    private static func opened(
        _ path: String, _ absent: [Int32], _ call: () -> Int32
    ) throws(FileError) -> Int32? {
        do {
            return try checkOpened(.read, path, call)
        } catch {
            guard case .system(let number) = error.cause else { throw error }
            if absent.contains(number) { return nil }
            // The error for a socket, which cannot be opened.
            if number == ENXIO { throw FileError(.read, path, .isNotRegular) }
            throw error
        }
    }
}
