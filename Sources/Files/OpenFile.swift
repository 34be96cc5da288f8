/// A regular file that was opened once: what it is, who may read it and what it holds are all said of
/// one file, whatever becomes of its path meanwhile.
public final class OpenFile: Sendable {
    /// As people call it.
    public let path: String
    /// The permission bits.
    public let permissions: Int
    private let descriptor: Int32
    private let bytes: Int

    /// Opens the file at `path`, links followed; nil if there is none. A pipe or a device is not waited
    /// for.
    ///
    /// - Throws: `FileError` if it cannot be opened, or is not a regular file.
    public static func open(_ path: String) throws(FileError) -> OpenFile? {
        guard let descriptor = try POSIX.openAtOnce(path) else { return nil }
        return try OpenFile(descriptor, path)
    }

    /// Opens the file at `path` below `folder` without following any link, so that it lies in the folder
    /// whatever is moved or linked at the same time; nil if there is none, or a link is on the way.
    ///
    /// - Parameters:
    ///   - folder: the path of a folder.
    ///   - path: the names from there to the file, without `.` and `..`.
    ///   - shown: what people call the file.
    /// - Throws: `FileError` if it cannot be opened, or is not a regular file.
    public static func open(
        below folder: String, _ path: String, as shown: String
    ) throws(FileError) -> OpenFile? {
        var names = path[...].utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        guard let last = names.popLast(), var parent = try POSIX.openFolder(folder, shown) else {
            return nil
        }
        defer { POSIX.close(parent) }
        for name in names {
            guard let next = try POSIX.openFolder(name, in: parent, shown) else { return nil }
            POSIX.close(parent)
            parent = next
        }
        guard let descriptor = try POSIX.openAtOnce(last, in: parent, shown) else { return nil }
        return try OpenFile(descriptor, shown)
    }

    /// Takes over an open file.
    private init(_ descriptor: Int32, _ path: String) throws(FileError) {
        do throws(FileError) {
            let status = try POSIX.fullStatus(descriptor, path)
            switch status.kind {
            case .file: break
            case .folder: throw FileError(.read, path, .isFolder)
            case .other: throw FileError(.read, path, .isNoRegularFile)
            }
            (permissions, bytes) = (status.permissions, status.bytes)
        } catch {
            POSIX.close(descriptor)
            throw error
        }
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        POSIX.close(descriptor)
    }

    /// The content; to be read once.
    ///
    /// - Throws: `FileError` if it cannot be read, or has more than `limitBytes`.
    public func read(limitBytes: Int) throws(FileError) -> [UInt8] {
        try WholeFile.readAll(descriptor, expected: bytes, path, limitBytes)
    }
}

extension Folder {
    /// The absolute path of what `path` names, with every link followed; nil if there is nothing.
    package static func resolvedIfThere(_ path: String) throws(FileError) -> String? {
        try POSIX.resolvedIfThere(path)
    }
}
