import Files
import SourceText

/// Where a path that a document names leads.
enum FileLookup {
    /// A file inside the configuration: its path with every link followed, and the file, open.
    case file(resolved: String, OpenFile)
    case notFound
    case folder
    /// A pipe, a device or a socket inside the configuration; reading it could block forever.
    case irregular(path: String)
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
        for _ in 0..<ScopedFiles.mostTries {
            if let lookup = try Self.attempt(joined, roots) {
                self = lookup
                return
            }
        }
        self = .notFound
    }

    /// Nil if it is gone, or a link is on the way, by the time that it is opened.
    private static func attempt(
        _ joined: String, _ roots: [String]
    ) throws(FileError) -> FileLookup? {
        guard let kind = try kind(of: joined) else { return .notFound }
        if kind == .folder { return .folder }
        guard let resolved = try Folder.resolvedIfThere(joined) else { return nil }
        guard let root = roots.first(where: { PathScope.contains(resolved, in: $0) }) else {
            return .outside
        }
        let shown = name(joined, leadingTo: resolved)
        // Not even opened: that alone may make a device do something.
        if kind == .other { return .irregular(path: shown) }
        let file = try ScopedFiles(in: root).open(resolved, as: shown)
        return file.map { .file(resolved: resolved, $0) }
    }

    /// The shorter of two names, if it leads to the same file.
    private static func name(_ joined: String, leadingTo resolved: String) -> String {
        let short = PathScope.normalized(joined)
        let isSame = (try? Folder.resolved(short)).map { ByteOrder.equal($0, resolved) } ?? false
        return isSame ? short : joined
    }

    /// A path with a NUL, or of absurd length, names nothing.
    private static func kind(of path: String) throws(FileError) -> Folder.Kind? {
        guard !path.utf8.contains(0), path.utf8.count < 4096 else { return nil }
        return try Folder.kind(of: path)
    }
}
