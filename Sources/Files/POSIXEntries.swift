#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The calls about names: which exist, and how to give and remove them.
extension POSIX {
    /// What has a name: a link itself, not what it leads to.
    struct Entry {
        let isRegular: Bool
        let isLink: Bool
        let permissions: Int
    }

    /// What has the name `path`; nil if nothing has it.
    static func entry(_ path: String) throws(FileError) -> Entry? {
        var status = stat()
        do {
            _ = try check(.read, path) { lstat(path, &status) }
        } catch {
            if error.cause == .system(ENOENT) || error.cause == .system(ENOTDIR) { return nil }
            throw error
        }
        let kind = status.st_mode & S_IFMT
        return Entry(
            isRegular: kind == S_IFREG, isLink: kind == S_IFLNK,
            permissions: Int(status.st_mode & 0o7777))
    }

    /// Opens a file to read it; nil if it has gone.
    static func openIfThere(_ path: String) throws(FileError) -> Int32? {
        do {
            return try openForReading(path)
        } catch {
            if error.cause == .system(ENOENT) { return nil }
            throw error
        }
    }

    /// Gives a file a second name; of a link, the link itself.
    static func link(_ old: String, to new: String) throws(FileError) {
        _ = try check(.create, new) { sysLink(old, new) }
    }

    /// Whether a second name was refused for a reason that would hold for any other name.
    static func isRefusedLink(_ error: FileError) -> Bool {
        guard case .system(let number) = error.cause else { return false }
        return [EPERM, EMLINK, EOPNOTSUPP, ENOTSUP, ENOSYS].contains(number)
    }

    /// Sets the permission bits of a file.
    static func setPermissions(of path: String, _ permissions: Int) throws(FileError) {
        _ = try check(.write, path) { chmod(path, mode_t(permissions)) }
    }

    /// Whether something was refused because the file is somebody else's.
    static func isNotOwner(_ error: FileError) -> Bool { error.cause == .system(EPERM) }

    /// What the link at `path` says; nil if it is not a link.
    static func target(ofLink path: String) -> String? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = readlink(path, &bytes, Int(PATH_MAX))
        guard count > 0 else { return nil }
        return String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

// The name is taken inside `POSIX`.
private func sysLink(_ old: String, _ new: String) -> Int32 { link(old, new) }
