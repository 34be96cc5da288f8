/// Changes several files as one.
///
/// Everything has been written under temporary names before. No signal ends the process between the
/// first step and the last, and if a step fails, those before it are undone: old files are restored, and
/// new ones that replaced nothing are removed. Only a kill can leave a part of a change; where that
/// matters, the order of the steps decides what is left.
package struct FileCommit: Sendable {
    package enum Change: Sendable, Equatable {
        /// The file `temporary` gets the name `path`.
        case replace(path: String, by: String, isPrivate: Bool)
        /// The file is removed, if it exists.
        case remove(path: String)
        /// What was done so far in the folder of `path` is written to the disk before anything else is
        /// done.
        case sync(folderOf: String)
    }

    let steps: FileSteps
    private let gate: SignalGate

    package init(steps: FileSteps = .real, gate: SignalGate = .shared) {
        self.steps = steps
        self.gate = gate
    }

    /// Carries out all changes, in their order, or none.
    ///
    /// - Parameter body: is called when everything is done and no signal has been let through yet.
    package func perform<Result>(
        _ changes: [Change], then body: () -> Result
    ) throws(FileError) -> Result {
        try gate.holding { () throws(FileError) in
            var undoing = Undoing(steps: steps)
            do throws(FileError) {
                for change in changes.dropLast() { try perform(change, &undoing) }
                // Nothing can fail after the last one, so it never has to be undone.
                if let last = changes.last { try perform(last) }
            } catch {
                throw undoing.undo(after: error)
            }
            undoing.forget()
            return body()
        }
    }

    package func perform(_ changes: [Change]) throws(FileError) {
        try perform(changes) {}
    }

    private func perform(_ change: Change, _ undoing: inout Undoing) throws(FileError) {
        switch change {
        case .replace(let path, let temporary, let isPrivate):
            try undoing.keep(path, replacedBy: temporary, isPrivate: isPrivate)
            try perform(change)
        case .remove(let path): try undoing.setAside(path)
        case .sync: try perform(change)
        }
    }

    private func perform(_ change: Change) throws(FileError) {
        switch change {
        case .replace(let path, let temporary, _):
            try steps.perform(.rename(from: temporary, to: path))
        case .remove(let path): try steps.perform(.remove(path: path))
        case .sync(let path):
            try steps.perform(.syncFolder(path: PathText.parent(path)))
        }
    }
}
