import Files
import SourceText

/// Collects the YAML files below a folder. Hidden folders are skipped; a link is followed only if it
/// leads to something inside the folder; no folder is walked twice, so links cannot make cycles.
package struct FolderWalk {
    private(set) var files: [ConfigurationFile] = []
    /// What could not be looked at.
    private(set) var diagnostics: [Diagnostic] = []
    private let root: String
    private let limits: ConfigurationLimits
    /// How many files other walks of the run have found.
    private let othersCount: Int
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
    ///   - othersCount: how many files other walks of the run have found.
    init(root: String, name: String, _ limits: ConfigurationLimits, besides othersCount: Int) {
        self.limits = limits
        self.othersCount = othersCount
        self.root = root
        walked = name
    }

    /// Walks the root. What cannot be read makes a finding, and the walk goes on.
    mutating func run() {
        pending = [Visit(path: walked, resolved: root, isLinked: false)]
        while !isFull, let visit = pending.popLast() ?? linkedFolders.popLast() {
            guard visited.insert(Array(visit.resolved.utf8)).inserted else { continue }
            do throws(FileError) {
                try walk(visit)
            } catch {
                diagnostics.append(.unreadable(error))
            }
        }
        if isFull { diagnostics.append(.tooManyFiles(upTo: walked, limits)) }
    }

    private mutating func walk(_ folder: Visit) throws(FileError) {
        let found = try Folder.names(in: folder.path)
        for name in found.undecodable where !Self.isHidden(name) { try note(name, in: folder) }
        for name in found.names where !isFull { try enter(name, of: folder) }
    }

    private var isFull: Bool { othersCount + files.count > limits.files }

    /// Notes a name that is not UTF-8, if what has it would be read.
    private mutating func note(_ name: [UInt8], in folder: Visit) throws(FileError) {
        let kind = try unlessLost { () throws(FileError) in
            try Folder.kind(ofUndecodable: name, in: folder.path)
        }
        guard kind == .folder || kind == .file && Self.isYAML(name) else { return }
        diagnostics.append(
            .nameNotUTF8(PathText.join(folder.path, PathText.escaped(name)), kind ?? .file))
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
            isNamed: false, content: .addition(addition))
    }

    private static func isYAML(_ name: String) -> Bool {
        PathText.hasExtension(name, "yaml", "yml")
    }

    /// Whether a walk from a folder reads the file with this path below it, which need not be UTF-8.
    package static func finds(_ path: ArraySlice<UInt8>) -> Bool {
        let names = path.split(separator: UInt8(ascii: "/"))
        guard let name = names.last, isYAML(name) else { return false }
        return !names.dropLast().contains { $0.first == UInt8(ascii: ".") }
    }

    private static func isYAML(_ name: some BidirectionalCollection<UInt8>) -> Bool {
        [".yaml", ".yml"].contains { ending in
            name.count > ending.utf8.count
                && name.suffix(ending.utf8.count).elementsEqual(ending.utf8)
        }
    }

    private static func isHidden(_ name: String) -> Bool { name.utf8.first == UInt8(ascii: ".") }

    private static func isHidden(_ name: [UInt8]) -> Bool { name.first == UInt8(ascii: ".") }

    private mutating func enter(_ name: String, of folder: Visit) throws(FileError) {
        let path = PathText.join(folder.path, name)
        guard let entry = try Folder.entry(path) else { return }
        let isLink = entry == .link
        let target =
            try isLink
            ? unlessLost { () throws(FileError) in try Folder.kind(of: path) } : entry.kind
        guard let kind = target else { return }
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

    /// The kind that `body` gives; nil for a link that leads in a loop, or to where this user may not
    /// look: inside the folder, that is a finding of its own.
    private func unlessLost(
        _ body: () throws(FileError) -> Folder.Kind?
    ) throws(FileError) -> Folder.Kind? {
        do throws(FileError) {
            return try body()
        } catch {
            let isLost = [POSIX.linkLoop, POSIX.accessDenied].contains {
                error.cause == .system($0)
            }
            if isLost { return nil }
            throw error
        }
    }
}
