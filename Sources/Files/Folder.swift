#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What a path names, and what a folder holds.
public enum Folder {
    public enum Kind: Sendable, Equatable {
        case file, folder, other
    }

    /// The kind of what `path` names, links followed; nil if there is nothing.
    ///
    /// - Throws: `FileError` if the system refuses to say.
    public static func kind(of path: String) throws(FileError) -> Kind? {
        do {
            let mode = try POSIX.status(of: path).st_mode & S_IFMT
            return mode == S_IFREG ? .file : mode == S_IFDIR ? .folder : .other
        } catch {
            if error.cause == .system(ENOENT) || error.cause == .system(ENOTDIR) { return nil }
            throw error
        }
    }

    /// The names in the folder, in the order of their UTF-8 bytes, without `.` and `..`.
    public static func names(in path: String) throws(FileError) -> [String] {
        guard let stream = opendir(path) else {
            throw FileError(.list, path, .system(errno))
        }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw FileError(.list, path, .system(errno)) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The absolute path of what `path` names, with every link followed.
    public static func resolved(_ path: String) throws(FileError) -> String {
        guard let resolved = realpath(path, nil) else {
            throw FileError(.read, path, .system(errno))
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Makes the folder and those above it, where they are not there yet.
    public static func make(_ path: String) throws(FileError) {
        guard try kind(of: path) != .folder else { return }
        let parent = PathText.parent(path)
        if parent != path && !parent.isEmpty { try make(parent) }
        do {
            try POSIX.makeFolder(path)
        } catch {
            if error.cause != .system(EEXIST) { throw error }
        }
    }
}
