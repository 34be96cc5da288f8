/// The first bytes of a file, to tell who wrote it.
public enum FileHead: Sendable, Equatable {
    /// Nothing has the name.
    case missing
    /// It is a link, a folder, or something else that is not a regular file.
    case irregular
    /// The first bytes; fewer than asked for only if the file has no more.
    case bytes([UInt8])

    /// The first `count` bytes of what has the name `path`.
    public init(of path: String, count: Int) throws(FileError) {
        guard let entry = try POSIX.entry(path) else {
            self = .missing
            return
        }
        guard entry.isRegular else {
            self = .irregular
            return
        }
        self = try Self.head(path, count)
    }

    private static func head(_ path: String, _ count: Int) throws(FileError) -> FileHead {
        guard
            let descriptor = try POSIX.ifThere({ () throws(FileError) in
                try POSIX.openInput(path)
            })
        else { return .missing }
        defer { POSIX.close(descriptor) }
        return .bytes(try POSIX.head(descriptor, count: count, path))
    }
}
