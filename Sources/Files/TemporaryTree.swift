/// A folder with files in it that only its owner can enter. It is removed with this value, and when a
/// signal ends the program.
package final class TemporaryTree {
    package let path: String
    /// All that is in it, in the order in which it is removed.
    private let paths: [String]
    private let isListed: Bool

    /// What a name in the tree is.
    package enum Content {
        case file(ArraySlice<UInt8>)
        case link(target: String)
    }

    /// Makes the folder in `folder`, and in it what `entries` say; their names are paths below it.
    package init(
        in folder: String, _ entries: [(name: String, content: Content)]
    ) throws(FileError) {
        path = PathText.join(folder, "connectorctl." + TemporaryName.random())
        let folders = Self.folders(of: entries.map(\.name))
        // The deepest first: a folder must be empty when it goes.
        let names = entries.map(\.name) + folders.reversed()
        paths = names.map { [path] in PathText.join(path, $0) } + [path]
        isListed = TemporaryNames.shared.setTree(paths)
        try POSIX.makePrivateFolder(path)
        for name in folders { try POSIX.makeFolder(PathText.join(path, name)) }
        // Links last, so that nothing is written through one.
        for (name, content) in entries {
            guard case .file(let bytes) = content else { continue }
            try POSIX.writeNew(PathText.join(path, name), bytes, isPrivate: true)
        }
        for (name, content) in entries {
            guard case .link(let target) = content else { continue }
            try POSIX.makeLink(PathText.join(path, name), to: target)
        }
    }

    deinit {
        for path in paths { POSIX.removeAny(path) }
        if isListed { TemporaryNames.shared.forgetTree() }
    }

    /// The folders that the names are in, each after the one that holds it.
    private static func folders(of names: [String]) -> [String] {
        var known: Set<[UInt8]> = []
        var folders: [String] = []
        for name in names {
            var missing: [String] = []
            var folder = PathText.parent(name)
            while folder != ".", known.insert(Array(folder.utf8)).inserted {
                missing.append(folder)
                folder = PathText.parent(folder)
            }
            folders += missing.reversed()
        }
        return folders
    }
}
