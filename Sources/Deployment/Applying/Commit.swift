internal import Files
internal import HashKeys

/// Writes a state and its keys so that, wherever it is broken off, one finds the old pair or the new
/// one: first the keys, old and new side by side, then the state, which picks its keys by its serial,
/// then the new keys alone.
struct Commit {
    let place: StatePlace
    let steps: FileSteps

    /// Makes `next` the state. It is there as soon as the second `replace` has renamed its file.
    ///
    /// - Returns: why the keys before the change could not be forgotten, if so: the next change will do
    ///   that.
    func write(_ next: Successor) throws(FileError) -> FileError? {
        let bytes = StateFile.bytes(next.state)
        // What could not be read again is not written.
        guard bytes.count <= StateFile.mostBytes else {
            throw FileError(
                .write, place.statePath, .largerThan(limitBytes: StateFile.mostBytes))
        }
        let isFirst = next.oldRing.serial == 0
        try replaceKeys(
            [next.oldRing, next.ring], of: next.state.lineage,
            pending: isFirst ? place.absoluteStatePath : nil)
        try replace(
            place.statePath, by: bytes, through: place.newStatePath,
            isPrivate: false)
        do throws(FileError) {
            try replaceKeys([next.ring], of: next.state.lineage)
            return nil
        } catch {
            return error
        }
    }

    /// Forgets what a change that was broken off has left: the keys of a state that never came to
    /// be, or is no more. Those of a first change stay until the next one writes its own: they may be
    /// all that is left of an installation.
    func forgetLeftovers(_ kept: KeptState) throws(FileError) {
        guard kept.hasLeftovers, let state = kept.state, let ring = kept.ring else { return }
        try replaceKeys([ring], of: state.lineage)
    }

    private func replaceKeys(
        _ rings: [KeyRing], of lineage: String, pending: String? = nil
    ) throws(FileError) {
        let file = KeyFile(lineage: lineage, rings: rings, pendingState: pending)
        try replace(
            place.keysPath, by: file.bytes, through: place.newKeysPath, isPrivate: true)
    }

    private func replace(
        _ path: String, by bytes: [UInt8], through temporary: String, isPrivate: Bool
    ) throws(FileError) {
        try steps.perform(.write(path: temporary, bytes: bytes, isPrivate: isPrivate))
        try steps.perform(.sync(path: temporary))
        try steps.perform(.rename(from: temporary, to: path))
        try syncFolder(of: path)
    }

    private func syncFolder(of path: String) throws(FileError) {
        try steps.perform(.syncFolder(path: PathText.parent(path)))
    }
}
