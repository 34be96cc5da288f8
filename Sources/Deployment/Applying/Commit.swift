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
        try replaceKeys([next.oldRing, next.ring], of: next.state.lineage)
        try replace(
            place.statePath, by: StateFile.bytes(next.state), through: place.newStatePath,
            isPrivate: false)
        do throws(FileError) {
            try replaceKeys([next.ring], of: next.state.lineage)
            return nil
        } catch {
            return error
        }
    }

    /// Forgets what a change that was broken off has left: the keys of a state that never came to
    /// be, or is no more.
    func forgetLeftovers(_ kept: KeptState) throws(FileError) {
        guard kept.hasLeftovers else { return }
        guard let state = kept.state, let ring = kept.ring else {
            try steps.perform(.remove(path: place.keysPath))
            return try syncFolder(of: place.keysPath)
        }
        try replaceKeys([ring], of: state.lineage)
    }

    private func replaceKeys(_ rings: [KeyRing], of lineage: String) throws(FileError) {
        let file = KeyFile(lineage: lineage, rings: rings)
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
