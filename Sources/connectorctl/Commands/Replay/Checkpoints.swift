import Files
import Replay

/// Checkpoints that a replay is to write.
enum Checkpoints {
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
