internal import CLibrary

/// The calls about names: which exist, and how to give and remove them.
extension POSIX {
    /// What has a name: a link itself, not what it leads to.
    struct Entry {
        let isRegular: Bool
        let permissions: Int
    }

    /// What has the name `path`; nil if nothing has it.
    static func entry(_ path: String) throws(FileError) -> Entry? {
        try statusOfName(path).map {
            Entry(isRegular: $0.st_mode & S_IFMT == S_IFREG, permissions: permissions($0))
        }
    }

    /// The same as a kind.
    static func folderEntry(_ path: String) throws(FileError) -> Folder.Entry? {
        try statusOfName(path).map { $0.st_mode & S_IFMT == S_IFLNK ? .link : .own(kind($0)) }
    }

    private static func statusOfName(_ path: String) throws(FileError) -> stat? {
        try ifThere { () throws(FileError) in
            var status = stat()
            _ = try check(.read, path) { lstat(path, &status) }
            return status
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
