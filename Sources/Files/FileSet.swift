/// Complete files that get their names together, or not at all.
public struct FileSet: Sendable {
    private let files: [AtomicFile]
    private let removed: [String]
    private let mark: AtomicFile?

    /// - Parameters:
    ///   - files: in the order in which they appear.
    ///   - removed: the paths of files that are removed at the same time.
    ///   - mark: a file that exists only while the set is whole: that of an earlier set is removed first,
    ///     and the new one appears last.
    public init(_ files: [AtomicFile], removing removed: [String] = [], mark: AtomicFile? = nil) {
        self.files = files
        self.removed = removed
        self.mark = mark
    }

    /// Gives all files their names.
    ///
    /// - Throws: `FileError` if one of them cannot get it; then everything is as before.
    public func publish() throws(FileError) {
        try FileCommit().perform(changes) { didPublish() }
    }

    /// What publishes the set, step by step.
    package var changes: [FileCommit.Change] {
        let before = mark.map { [FileCommit.Change.remove(path: $0.path)] } ?? []
        return before + files.map(\.change) + removed.map { .remove(path: $0) }
            + (mark.map { [$0.change] } ?? []) + syncs
    }

    /// Every folder of a durable file once.
    private var syncs: [FileCommit.Change] {
        var folders: Set<[UInt8]> = []
        let all = files + (mark.map { [$0] } ?? [])
        return all.filter { file in
            file.isDurable && folders.insert(Array(PathText.parent(file.path).utf8)).inserted
        }.map { .sync(folderOf: $0.path) }
    }

    /// Notes that the files have their names.
    package func didPublish() {
        for file in files { file.didPublish() }
        mark?.didPublish()
    }
}
