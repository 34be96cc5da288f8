/// Writing that lasts: each step on its own, for whoever must know what is on the disk between them.
public enum DurableFile {
    /// Makes the file at `path` with this content, in the place of what is there.
    ///
    /// - Parameter isPrivate: whether only its owner can read it, from its first moment on.
    public static func write(
        _ bytes: [UInt8], to path: String, isPrivate: Bool
    ) throws(FileError) {
        // A file that is there keeps its permissions, so that it has to go.
        try POSIX.removeFile(path)
        try POSIX.writeNew(path, bytes[...], isPrivate: isPrivate)
    }

    /// Has the system write a file, or the names in a folder, to the disk.
    public static func sync(_ path: String) throws(FileError) {
        let descriptor = try POSIX.openForReading(path)
        defer { POSIX.close(descriptor) }
        try POSIX.sync(descriptor, path)
    }

    /// Gives a file another name, in the place of what had it.
    public static func rename(_ old: String, to new: String) throws(FileError) {
        try POSIX.rename(old, to: new)
    }
}
