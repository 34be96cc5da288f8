internal import Files
internal import HashKeys

/// Writes a state and its keys so that, wherever that is interrupted, the old pair is there or the new
/// one: first the keys, old and new side by side, then the state, which picks its keys by its serial,
/// then the new keys alone.
struct Commit {
    let paths: StatePaths
    let steps: FileSteps

    /// Makes `next` the state, together with the files that go with it. It counts as done when the
    /// state has its name; a failure before that, or in the files after it, undoes everything.
    ///
    /// - Returns: why the previous keys could not be forgotten, if so; the next change will forget
    ///   them.
    func write(_ next: Successor, with files: ChangedFiles) throws(FileError) -> FileError? {
        let bytes = StateFile.bytes(next.state)
        // What could not be read again is not written.
        guard bytes.count <= StateFile.mostBytes else {
            throw FileError(
                .write, paths.statePath, .largerThan(limitBytes: StateFile.mostBytes))
        }
        let isFirst = next.oldRing.serial == 0
        let both = KeyFile(
            lineage: next.state.lineage, rings: [next.oldRing, next.ring],
            pendingState: isFirst ? paths.absoluteStatePath : nil)
        let (keys, state) = (newKeys(both), newState(bytes))
        do throws(FileError) {
            try keys.prepare(steps)
            try state.prepare(steps)
            let changes =
                keys.changes + files.before.changes + state.changes + files.after.changes
            return try FileCommit(steps: steps).perform(changes) {
                files.didPublish()
                return forgetOldKeys(next)
            }
        } catch {
            keys.abandon(steps)
            state.abandon(steps)
            throw error
        }
    }

    private func forgetOldKeys(_ next: Successor) -> FileError? {
        do throws(FileError) {
            try replaceKeys([next.ring], of: next.state.lineage)
            return nil
        } catch {
            return error
        }
    }

    /// Forgets what an interrupted change has left: files that never got their names, and the
    /// keys of a state that never came to be, or has been replaced. Those of a first change stay until
    /// the next one writes its own: they may be all that is left of an installation.
    func forgetLeftovers(_ kept: KeptState) throws(FileError) {
        for path in [paths.statePath, paths.keysPath] {
            Leftovers.remove(from: PathText.parent(path))
        }
        for path in [paths.newStatePath, paths.newKeysPath] where try Folder.hasEntry(path) {
            try steps.perform(.remove(path: path))
        }
        guard kept.hasLeftovers, let state = kept.state, let ring = kept.ring else { return }
        try replaceKeys([ring], of: state.lineage)
    }

    private func replaceKeys(_ rings: [KeyRing], of lineage: String) throws(FileError) {
        let file = newKeys(KeyFile(lineage: lineage, rings: rings))
        do throws(FileError) {
            try file.prepare(steps)
            try FileCommit(steps: steps).perform(file.changes)
        } catch {
            file.abandon(steps)
            throw error
        }
    }

    private func newKeys(_ file: KeyFile) -> NewFile {
        NewFile(
            path: paths.keysPath, temporary: paths.newKeysPath, bytes: file.bytes, isPrivate: true)
    }

    private func newState(_ bytes: [UInt8]) -> NewFile {
        NewFile(
            path: paths.statePath, temporary: paths.newStatePath, bytes: bytes, isPrivate: false)
    }
}

/// A file of a state, written beside the one that it replaces.
private struct NewFile {
    let path: String
    let temporary: String
    let bytes: [UInt8]
    let isPrivate: Bool

    /// Writes it under its temporary name.
    func prepare(_ steps: FileSteps) throws(FileError) {
        try steps.perform(.write(path: temporary, bytes: bytes, isPrivate: isPrivate))
        try steps.perform(.sync(path: temporary))
    }

    /// Each is on the disk before the next one appears.
    var changes: [FileCommit.Change] {
        [.replace(path: path, by: temporary, isPrivate: isPrivate), .sync(folderOf: path)]
    }

    /// Removes it, where it never got its name; what cannot be removed, the next session removes.
    func abandon(_ steps: FileSteps) {
        try? steps.perform(.remove(path: temporary))
    }
}
