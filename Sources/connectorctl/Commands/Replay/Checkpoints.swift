import Files
import Replay

/// What a replay goes on from, and what another one will.
enum Checkpoints {
    /// Opens the checkpoint at `path`.
    ///
    /// - Throws: `Failure` if it cannot be read or is damaged.
    static func open(_ path: String) throws(Failure) -> Checkpoint {
        try Failure.catching { () throws(ReplayFailure) in try Checkpoint(path: path) }
    }

    /// - Throws: `Failure` if the folder of the checkpoint to be written at `path` is not there.
    static func checkFolder(of path: String) throws {
        guard try Folder.kind(of: path) == nil,
            try Folder.kind(of: PathText.parent(path)) != .folder
        else { return }
        throw Failure(
            .couldNotRun, "cannot create `\(path)`: its folder does not exist",
            hint: "make the folder first, or name another file")
    }
}
