public import Files

/// A step of writing a state and its keys. Every step goes through one closure, so that a test can end
/// the program before, within and after each.
public enum FileStep: Sendable, Equatable {
    /// Makes a file, or replaces one that a broken-off run has left, that only its owner can read if
    /// `isPrivate`.
    case write(path: String, bytes: [UInt8], isPrivate: Bool)
    /// Has the system write a file's content to the disk.
    case sync(path: String)
    /// Gives a file its final name, in the place of what had it.
    case rename(from: String, to: String)
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
            try DurableFile.write(bytes, to: path, isPrivate: isPrivate)
        case .sync(let path): try DurableFile.sync(path)
        case .rename(let old, let new): try DurableFile.rename(old, to: new)
        case .syncFolder(let path): try DurableFile.sync(path)
        }
    }
}
