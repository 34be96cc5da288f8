/// A folder that was opened once, below which files are opened without following any link: they are in
/// it, whatever is moved or linked at the same time.
public final class OpenFolder {
    private let descriptor: Int32
    /// The folder in which a file was last opened, by its path from here: the next is mostly there too.
    private var last: (path: String, descriptor: Int32)?

    /// Opens the folder at `path`, links followed; nil if there is no such folder.
    ///
    /// - Throws: `FileError` if it cannot be opened.
    public static func open(_ path: String) throws(FileError) -> OpenFolder? {
        try POSIX.openFolder(path, path).map(OpenFolder.init)
    }

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        if let last { POSIX.close(last.descriptor) }
        POSIX.close(descriptor)
    }

    /// Opens the file at `path`; nil if there is no such file, or a link on the way.
    ///
    /// - Parameters:
    ///   - path: the names from here to the file, without `.` and `..`.
    ///   - shown: what messages call the file.
    /// - Throws: `FileError` if it cannot be opened, or is not a regular file.
    public func file(_ path: String, as shown: String) throws(FileError) -> OpenFile? {
        let (folder, name) = (PathText.parent(path), PathText.name(path))
        if folder == "." { return try Self.file(name, in: descriptor, shown) }
        if let last, last.path.utf8.elementsEqual(folder.utf8),
            let file = try Self.file(name, in: last.descriptor, shown)
        {
            return file
        }
        // It may be another folder by now.
        guard let found = try walk(folder, shown) else { return nil }
        if let last { POSIX.close(last.descriptor) }
        last = (folder, found)
        return try Self.file(name, in: found, shown)
    }

    private static func file(
        _ name: String, in folder: Int32, _ shown: String
    ) throws(FileError) -> OpenFile? {
        guard let file = try POSIX.openAtOnce(name, in: folder, shown) else { return nil }
        return try OpenFile(file, shown)
    }

    /// Opens the folder at `path`, one folder after the other.
    private func walk(_ path: String, _ shown: String) throws(FileError) -> Int32? {
        var current: Int32?
        for name in path[...].utf8.split(separator: UInt8(ascii: "/")) {
            let above = current
            defer { if let above { POSIX.close(above) } }
            current = try POSIX.openFolder(
                String(Substring(name)), in: above ?? descriptor, shown)
            if current == nil { return nil }
        }
        return current
    }
}
