/// A step of changing files. Every step goes through one closure, so that a test can end the program or
/// let the disk fail before, within and after each.
public enum FileStep: Sendable, Equatable {
    /// Makes a file, or replaces one that an interrupted run has left; only its owner can read it if
    /// `isPrivate`.
    case write(path: String, bytes: [UInt8], isPrivate: Bool)
    /// Has the system write a file's content to the disk.
    case sync(path: String)
    /// Gives a file a second name.
    case link(from: String, to: String)
    /// Lets only its owner read a file, or others as well.
    case setPermissions(path: String, permissions: Int)
    /// Gives a file another name, and replaces what had it.
    case rename(from: String, to: String)
    /// Removes a file, if it exists.
    case remove(path: String)
    /// Has the system write the names in a folder to the disk.
    case syncFolder(path: String)
}

/// Carries out steps.
public struct FileSteps: Sendable {
    public var perform: @Sendable (FileStep) throws(FileError) -> Void

    public init(perform: @escaping @Sendable (FileStep) throws(FileError) -> Void) {
        self.perform = perform
    }

    /// On the file system.
    public static let real = FileSteps { step throws(FileError) in
        switch step {
        case .write(let path, let bytes, let isPrivate):
            // An existing file would keep its permissions, so it has to go.
            try POSIX.removeFile(path)
            try POSIX.writeNew(path, bytes[...], isPrivate: isPrivate)
        case .sync(let path), .syncFolder(let path): try sync(path)
        case .link(let old, let new): try POSIX.link(old, to: new)
        case .setPermissions(let path, let permissions):
            try POSIX.setPermissions(of: path, permissions)
        case .rename(let old, let new): try POSIX.rename(old, to: new)
        case .remove(let path): try POSIX.removeFile(path)
        }
    }

    private static func sync(_ path: String) throws(FileError) {
        let descriptor = try POSIX.openForReading(path)
        defer { POSIX.close(descriptor) }
        try POSIX.sync(descriptor, path)
    }
}
