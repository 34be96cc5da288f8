import Files
import Replay

/// What a replay goes on from, and what another one will.
enum Checkpoints {
    /// Opens the checkpoint at `path`.
    ///
    /// - Throws: `Failure` if it cannot be read or is damaged.
    static func open(_ path: String) throws(Failure) -> Checkpoint {
        do throws(ReplayFailure) {
            return try Checkpoint(path: path)
        } catch {
            throw Failure(error)
        }
    }

    /// Checks that the checkpoint to be written at `path` takes the place of no input and of no output.
    ///
    /// - Throws: `Failure` if it would, or if its folder is not there.
    static func check(_ path: String, inputs: [String], keys: String?, out: String?) throws {
        let target = try place(path)
        for input in inputs where input != "-" {
            guard try Folder.resolved(input) == target else { continue }
            throw Failure(.usage, "--checkpoint would take the place of the events in `\(input)`")
        }
        if let keys, try Folder.resolved(keys) == target {
            throw Failure(.usage, "--checkpoint would take the place of the key file `\(keys)`")
        }
        guard let out, try Folder.kind(of: out) == .folder else { return }
        let folder = try Folder.resolved(out)
        for name in ReplayOutputs.fileNames where target == PathText.join(folder, name) {
            throw Failure(.usage, "--checkpoint would take the place of the output `\(name)`")
        }
    }

    /// The absolute path of a file that may not be there yet.
    private static func place(_ path: String) throws -> String {
        if try Folder.kind(of: path) != nil { return try Folder.resolved(path) }
        guard try Folder.kind(of: PathText.parent(path)) == .folder else {
            throw Failure(
                .couldNotRun, "cannot create `\(path)`: its folder does not exist",
                hint: "make the folder first, or name another file")
        }
        return PathText.join(try Folder.resolved(PathText.parent(path)), PathText.name(path))
    }
}
