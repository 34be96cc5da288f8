import Files
import SourceText

/// Finds the files of a configuration: those named, and every `*.yaml` and `*.yml` below a folder.
enum Discovery {
    /// - Parameter addition: a file that is not there yet. It is among the files if it would be found.
    /// - Throws: `FileError` if a path leads nowhere or a folder cannot be read.
    static func files(
        at paths: [String], adding addition: SourceText? = nil
    ) throws(FileError) -> DiscoveredFiles {
        var found = DiscoveredFiles()
        for path in paths {
            let resolved = try Folder.resolved(path)
            if try Folder.kind(of: path) == .folder {
                var walk = FolderWalk(root: resolved, name: path)
                try walk.run()
                found.files += walk.files
                if let addition {
                    found.files += try walk.file(for: addition).map { [$0] } ?? []
                }
                found.roots.append(resolved)
            } else {
                let file = ConfigurationFile(
                    path: path, resolvedPath: resolved, folder: PathText.parent(path), isNamed: true
                )
                found.files.append(file)
                found.roots.append(PathText.parent(resolved))
                found.roots.append(try Folder.resolved(PathText.parent(path)))
            }
        }
        found.files = withoutRepetitions(found.files)
        return found
    }

    /// Each file once: by the name the user gave it, else by its own name rather than a link's.
    private static func withoutRepetitions(_ files: [ConfigurationFile]) -> [ConfigurationFile] {
        let preferred = files.sorted { left, right in
            if left.isNamed != right.isNamed { return left.isNamed }
            if left.isLinked != right.isLinked { return right.isLinked }
            return ByteOrder.precedes(left.path, right.path)
        }
        var known: Set<[UInt8]> = []
        return
            preferred
            .filter { known.insert(Array($0.resolvedPath.utf8)).inserted }
            .sorted { ByteOrder.precedes($0.path, $1.path) }
    }
}
