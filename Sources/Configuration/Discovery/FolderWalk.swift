import Files
import SourceText

/// Collects the YAML files below a folder. Hidden folders are skipped; a link is followed only if it
/// leads to something inside the folder; no folder is walked twice, so links cannot make cycles.
struct FolderWalk {
    private(set) var files: [ConfigurationFile] = []
    private let root: String
    /// What the user calls the root.
    private let walked: String
    private var visited: Set<[UInt8]> = []
    private var pending: [Visit] = []
    /// Links to folders, visited only when every folder has been reached by its own name.
    private var linkedFolders: [Visit] = []

    /// A folder to walk.
    private struct Visit {
        let path: String
        let resolved: String
        let isLinked: Bool
    }

    /// - Parameters:
    ///   - root: the folder's path with every link followed.
    ///   - name: what the user calls it.
    init(root: String, name: String) {
        self.root = root
        walked = name
    }

    /// Walks the root.
    mutating func run() throws(FileError) {
        pending = [Visit(path: walked, resolved: root, isLinked: false)]
        while let visit = pending.popLast() ?? linkedFolders.popLast() {
            guard visited.insert(Array(visit.resolved.utf8)).inserted else { continue }
            for name in try Folder.names(in: visit.path) { try enter(name, of: visit) }
        }
    }

    /// The file that a walk would find if `addition` were there; nil if it would not be found.
    func file(for addition: SourceText) throws(FileError) -> ConfigurationFile? {
        let folder = try Folder.resolved(PathText.parent(addition.path))
        guard PathScope.contains(folder, in: root), Self.isYAML(addition.path) else { return nil }
        let name = PathText.name(addition.path)
        let names = PathScope.relative(PathText.join(folder, name), from: root)
            .utf8.split(separator: UInt8(ascii: "/")).dropLast()
        guard !names.contains(where: { Self.isHidden(String(Substring($0))) }) else { return nil }
        return ConfigurationFile(
            path: addition.path, resolvedPath: PathText.join(folder, name), folder: walked,
            isNamed: false, addition: addition)
    }

    private static func isYAML(_ name: String) -> Bool {
        PathText.hasExtension(name, "yaml", "yml")
    }

    private static func isHidden(_ name: String) -> Bool { name.utf8.first == UInt8(ascii: ".") }

    private mutating func enter(_ name: String, of folder: Visit) throws(FileError) {
        let path = PathText.join(folder.path, name)
        guard let entry = try Folder.entry(path) else { return }
        let isLink = entry == .link
        guard let kind = isLink ? try kind(of: path) : entry.kind else { return }
        guard kind == .folder && !Self.isHidden(name) || kind == .file && Self.isYAML(name)
        else { return }
        // What is not a link needs no search for where it leads.
        let resolved =
            isLink ? try Folder.resolved(path) : PathText.join(folder.resolved, name)
        guard !isLink || PathScope.contains(resolved, in: root) else { return }
        let isLinked = isLink || folder.isLinked
        if kind == .file {
            files.append(
                ConfigurationFile(
                    path: path, resolvedPath: resolved, folder: walked, root: root,
                    isNamed: false, isLinked: isLinked))
        } else {
            let visit = Visit(path: path, resolved: resolved, isLinked: isLinked)
            if isLink { linkedFolders.append(visit) } else { pending.append(visit) }
        }
    }

    /// What `path` names; nil for a link that leads nowhere or in a loop.
    private func kind(of path: String) throws(FileError) -> Folder.Kind? {
        do {
            return try Folder.kind(of: path)
        } catch {
            if error.cause == .system(POSIX.linkLoop) { return nil }
            throw error
        }
    }
}
