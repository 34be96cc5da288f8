import Files
import Replay

/// The folder of a replay's outputs.
enum ReplayFolder {
    /// Makes the folder where it is not there yet, and locks it.
    ///
    /// - Throws: `Failure` if another run has locked it, or if a file would be removed from it that no
    ///   replay has written.
    static func open(_ path: String, for request: ReplayRequest) throws -> LockedFolder {
        if let file = try ReplayOutputs.foreignFile(in: path, for: request) {
            throw Failure(
                .usage,
                "--out would remove `\(file)`, which is not the \(PathText.name(file)) of a replay",
                hint: "move it away, or name another folder")
        }
        let folder = try OutputFolder.locked(path)
        // Rejected events are written from the start.
        if request.rejectedPath != nil { folder.keep() }
        return folder
    }
}
