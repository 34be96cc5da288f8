import Files
import SourceText

/// Finds the files of a configuration: those named, and every `*.yaml` and `*.yml` below a folder.
struct Discovery {
    private(set) var found = DiscoveredFiles()
    private var current: String?
    private let limits: ConfigurationLimits

    private init(_ limits: ConfigurationLimits) {
        self.limits = limits
    }

    /// - Parameters:
    ///   - addition: a file that is not there yet. It is among the files if it would be found.
    ///   - standardInput: what `-` is called; nil if it names a file like any other.
    /// - Throws: `FileError` if a path leads nowhere.
    static func files(
        at paths: [String], adding addition: SourceText? = nil, standardInput: String? = nil,
        _ limits: ConfigurationLimits = .standard
    ) throws(FileError) -> DiscoveredFiles {
        var discovery = Discovery(limits)
        for path in paths {
            if let standardInput, ByteOrder.equal(path, "-") {
                try discovery.takeStandardInput(as: standardInput)
                continue
            }
            do throws(FileError) {
                try discovery.take(path, adding: addition)
            } catch {
                guard error.isUnreadable else { throw error }
                discovery.found.diagnostics.append(.unreadable(error))
            }
        }
        discovery.found.files = withoutRepetitions(discovery.found.files)
        return discovery.found
    }

    private mutating func take(_ path: String, adding addition: SourceText?) throws(FileError) {
        let isStream = DescriptorPath.number(path) != nil
        let resolved = isStream ? path : try Folder.resolved(path)
        guard try Folder.kind(of: path) == .folder else {
            return try takeFile(path, leadingTo: resolved)
        }
        let name = ShownPath.of(path, leadingTo: resolved)
        var walk = FolderWalk(root: resolved, name: name, limits, besides: found.files.count)
        walk.run()
        found.files += walk.files
        found.diagnostics += walk.diagnostics
        found.roots.insert(resolved)
        if let addition {
            found.files += try walk.file(for: addition).map { [$0] } ?? []
        }
    }

    private mutating func takeFile(_ path: String, leadingTo resolved: String) throws(FileError) {
        let name = ShownPath.of(path, leadingTo: resolved)
        let home = try Folder.resolved(PathText.home(of: path))
        found.files.append(
            ConfigurationFile(
                path: name, resolvedPath: resolved, folder: PathText.home(of: name), isNamed: true,
                isLinked: try isLinked(name, resolved)))
        found.roots.insert(PathText.parent(resolved))
        found.roots.insert(home)
    }

    /// Standard input replaces the file whose name it has, if there is one.
    private mutating func takeStandardInput(as name: String) throws(FileError) {
        let folder = PathText.parent(name)
        let home = try Folder.resolved(folder)
        let resolved = try Folder.resolvedIfThere(name)
        found.files.append(
            ConfigurationFile(
                path: name, resolvedPath: resolved ?? PathText.join(home, PathText.name(name)),
                folder: folder, isNamed: true, content: .standardInput))
        found.roots.insert(home)
    }

    /// Whether a link is on the way that the text of a path describes.
    private mutating func isLinked(_ path: String, _ resolved: String) throws(FileError) -> Bool {
        if current == nil { current = try Folder.resolved(".") }
        let text = PathScope.normalized(PathText.join(current ?? "/", path))
        return !ByteOrder.equal(text, resolved)
    }

    /// Each file once: what comes through standard input, else by the name the user gave it, by its own
    /// name rather than a link's, and by a relative one.
    private static func withoutRepetitions(_ files: [ConfigurationFile]) -> [ConfigurationFile] {
        let preferred = files.sorted { left, right in
            let (first, second) = (rank(left), rank(right))
            return first == second ? ByteOrder.precedes(left.path, right.path) : first < second
        }
        var known: Set<ExactText> = []
        return
            preferred
            .filter { known.insert(ExactText($0.resolvedPath)).inserted }
            .sorted { ByteOrder.precedes($0.path, $1.path) }
    }

    private static func rank(_ file: ConfigurationFile) -> Int {
        let isAbsolute = file.path.utf8.first == UInt8(ascii: "/")
        return (file.content == nil ? 8 : 0) + (file.isNamed ? 0 : 4) + (file.isLinked ? 2 : 0)
            + (isAbsolute ? 1 : 0)
    }
}
