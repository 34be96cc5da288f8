/// What a path names, and what a folder holds.
public enum Folder {
    public enum Kind: Sendable, Equatable {
        case file, folder, other
    }

    /// - Throws: `FileError` unless `kind` is that of a regular file.
    static func checkIsFile(_ kind: Kind, _ operation: FileError.Operation, _ path: String)
        throws(FileError)
    {
        switch kind {
        case .file: return
        case .folder: throw FileError(operation, path, .isFolder)
        case .other: throw FileError(operation, path, .isNotRegular)
        }
    }

    /// The kind of what `path` names, links followed; nil if nothing has that name.
    ///
    /// - Throws: `FileError` if the system refuses to say.
    public static func kind(of path: String) throws(FileError) -> Kind? {
        try POSIX.kind(of: path)
    }

    /// Whether anything has the name `path`, even a link that leads nowhere.
    public static func hasEntry(_ path: String) throws(FileError) -> Bool {
        try POSIX.entry(path) != nil
    }

    /// - Throws: `FileError` if anything has the name `path`.
    public static func checkIsFree(_ path: String) throws(FileError) {
        if try hasEntry(path) { throw FileError(.create, path, .system(POSIX.fileExists)) }
    }

    /// The permission bits of what `path` names, links followed.
    public static func permissions(of path: String) throws(FileError) -> Int {
        try POSIX.permissions(of: path)
    }

    /// The absolute path of what `path` names, with every link followed.
    public static func resolved(_ path: String) throws(FileError) -> String {
        try POSIX.resolved(path)
    }

    /// The absolute path of a file that need not exist: the links of its folder are followed, if that
    /// exists; those of the file are not.
    public static func absolute(_ path: String) -> String {
        let parent = PathText.parent(path)
        return PathText.join((try? resolved(parent)) ?? parent, PathText.name(path))
    }

    /// Removes the file, if it exists.
    public static func removeFile(_ path: String) throws(FileError) {
        try POSIX.removeFile(path)
    }

    /// Makes the folder and those above it, if they do not exist yet.
    public static func make(_ path: String) throws(FileError) {
        guard try kind(of: path) != .folder else { return }
        let parent = PathText.parent(path)
        if parent != path && !parent.isEmpty { try make(parent) }
        try POSIX.makeFolder(path)
    }
}
