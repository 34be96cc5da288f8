public import Files

/// Complete files that appear together with a changed state, or not at all.
public struct ChangedFiles: Sendable {
    /// Those that appear before the state: a kill in between leaves them without it.
    let before: FileSet
    /// Those that appear after it: a kill in between leaves the state without them.
    let after: FileSet

    public init(before: [AtomicFile] = [], after: [AtomicFile] = []) {
        self.before = FileSet(before)
        self.after = FileSet(after)
    }

    func didPublish() {
        before.didPublish()
        after.didPublish()
    }
}
