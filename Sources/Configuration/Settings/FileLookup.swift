import Files
import SourceText

/// Where a path that a document names leads.
enum FileLookup {
    /// A file inside the configuration: as people call it, and with every link followed.
    case file(path: String, resolved: String)
    case notFound
    case folder
    case outside

    /// - Parameters:
    ///   - path: what the document says.
    ///   - referrer: the path of the file that says it.
    ///   - roots: the folders of the configuration, with every link followed.
    init(_ path: String, from referrer: String, roots: [String]) throws(FileError) {
        let joined = PathText.join(PathText.parent(referrer), path)
        let folder = try Folder.resolved(PathText.parent(referrer))
        let target = PathScope.normalized(PathText.join(folder, path))
        guard roots.contains(where: { PathScope.contains(target, in: $0) }) else {
            self = .outside
            return
        }
        switch try Self.kind(of: joined) {
        case nil: self = .notFound
        case .folder: self = .folder
        case .file, .other: self = try Self.file(joined, roots)
        }
    }

    private static func file(_ joined: String, _ roots: [String]) throws(FileError) -> FileLookup {
        let resolved = try Folder.resolved(joined)
        guard roots.contains(where: { PathScope.contains(resolved, in: $0) }) else {
            return .outside
        }
        let short = PathScope.normalized(joined)
        let isSame = (try? Folder.resolved(short)).map { ByteOrder.equal($0, resolved) } ?? false
        return .file(path: isSame ? short : joined, resolved: resolved)
    }

    /// A path with a NUL or of absurd length leads nowhere.
    private static func kind(of path: String) throws(FileError) -> Folder.Kind? {
        guard !path.utf8.contains(0), path.utf8.count < 4096 else { return nil }
        return try Folder.kind(of: path)
    }
}
