internal import CLibrary

extension POSIX {
    /// The names in the folder, in no particular order, without `.` and `..`.
    static func names(in path: String) throws(FileError) -> FolderNames {
        guard let stream = opendir(path) else { throw FileError(.list, path, .system(errno)) }
        defer { closedir(stream) }
        var names = FolderNames()
        errno = 0
        while let entry = readdir(stream) {
            withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { names.insert($0) }
            }
            errno = 0
        }
        guard errno == 0 else { throw FileError(.list, path, .system(errno)) }
        return names
    }

    /// The absolute path of what `path` names, with every link followed.
    static func resolved(_ path: String) throws(FileError) -> String {
        guard let resolved = realpath(path, nil) else {
            throw FileError(.read, path, .system(errno))
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Removes a file; it is not an error if there is no such file.
    static func removeFile(_ path: String) throws(FileError) {
        do {
            _ = try check(.remove, path) { unlink(path) }
        } catch {
            if error.cause != .system(ENOENT) { throw error }
        }
    }

    /// Makes a new folder that only its owner can enter.
    static func makePrivateFolder(_ path: String) throws(FileError) {
        _ = try check(.create, path) { mkdir(path, 0o700) }
    }

    /// Makes a symbolic link.
    static func makeLink(_ path: String, to target: String) throws(FileError) {
        _ = try check(.create, path) { symlink(target, path) }
    }

    /// Removes a file, a link or an empty folder, if it is there and can be removed.
    static func removeAny(_ path: String) {
        path.withCString { removeAny(name: $0) }
    }

    /// Removes what has the name, with a zero byte at its end, at `name`; safe in a signal handler.
    static func removeAny(name: UnsafePointer<CChar>) {
        if unlink(name) != 0 { _ = rmdir(name) }
    }

    /// Makes a folder; false if something with this name exists.
    @discardableResult
    static func makeFolder(_ path: String) throws(FileError) -> Bool {
        do {
            _ = try check(.create, path) { mkdir(path, 0o777) }
            return true
        } catch {
            if error.cause != .system(EEXIST) { throw error }
            return false
        }
    }
}
