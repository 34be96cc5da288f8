public import Files

/// Why a replay could not be done, though its input may be right.
public enum ReplayFailure: Error, Sendable, Equatable {
    /// A file cannot be read or written.
    case file(FileError)
    /// The limit of memory is too small for the events of one payment, which take so much.
    case memoryTooSmall(limitBytes: Int, partBytes: Int)
    /// A replay cannot go on from the file at `path`.
    case checkpoint(path: String, CheckpointProblem)

    /// What `body` gives, or its failure as one of a replay.
    static func catching<Result>(
        _ body: () throws(FileError) -> Result
    ) throws(ReplayFailure) -> Result {
        do {
            return try body()
        } catch {
            throw .file(error)
        }
    }
}
