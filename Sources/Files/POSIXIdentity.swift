internal import CIntrinsics
internal import CLibrary

/// The calls that tell one file from another.
extension POSIX {
    /// What tells the file at `path`, links followed, from every other; nil if nothing has that name.
    static func node(_ path: String) -> FileIdentity.Node? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return node(status)
    }

    /// The same of an open file; nil unless it is a regular one.
    static func node(ofRegular descriptor: Int32) -> FileIdentity.Node? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        return node(status)
    }

    /// The size of the file at `path`, nil if that is not `node`.
    static func byteCount(of node: FileIdentity.Node, at path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0, self.node(status) == node else { return nil }
        return Int(status.st_size)
    }

    private static func node(_ status: stat) -> FileIdentity.Node {
        FileIdentity.Node(
            device: UInt64(truncatingIfNeeded: status.st_dev),
            number: UInt64(truncatingIfNeeded: status.st_ino))
    }

    /// Whether a folder treats names that differ only in letter case as one.
    static func ignoresCase(_ folder: String) -> Bool {
        guard let descriptor = try? openFolder(folder) else { return false }
        defer { close(descriptor) }
        return intrinsics_ignores_case(descriptor) != 0
    }
}
