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
    /// Something is there that cannot be read.
    case unreadable(FileError)

    /// - Parameters:
    ///   - path: what the document says.
    ///   - referrer: the path of the file that says it.
    ///   - roots: the folders of the configuration.
    init(_ path: String, from referrer: String, roots: ConfigurationRoots) {
        do throws(FileError) {
            self = try Self.found(path, from: referrer, roots)
        } catch {
            self = .unreadable(error)
        }
    }

    private static func found(
        _ path: String, from referrer: String, _ roots: ConfigurationRoots
    ) throws(FileError) -> FileLookup {
        let home = PathText.home(of: referrer)
        let joined = PathText.join(home, path)
        let folder = try Folder.resolved(home)
        let target = PathScope.normalized(PathText.join(folder, path))
        if roots.root(of: target) == nil { return .outside }
        for _ in 0..<ScopedFiles.mostTries {
            if let lookup = try attempt(joined, roots) { return lookup }
        }
        return .notFound
    }

    /// Nil if it is gone, or a link is on the way, by the time that it is opened.
    private static func attempt(
        _ joined: String, _ roots: ConfigurationRoots
    ) throws(FileError) -> FileLookup? {
        guard let kind = try kind(of: joined) else { return .notFound }
        if kind == .folder { return .folder }
        guard let resolved = try Folder.resolvedIfThere(joined) else { return nil }
        guard let root = roots.root(of: resolved) else { return .outside }
        let shown = ShownPath.of(joined, leadingTo: resolved)
        // Not even opened: that alone may make a device do something.
        if kind == .other { return .irregular(path: shown) }
        let file = try ScopedFiles(in: root).open(resolved, as: shown)
        return file.map { .file(resolved: resolved, $0) }
    }

    /// A path with a NUL, or of absurd length, names nothing.
    private static func kind(of path: String) throws(FileError) -> Folder.Kind? {
        guard !path.utf8.contains(0), path.utf8.count < 4096 else { return nil }
        return try Folder.kind(of: path)
    }
}
