import Files
import Replay

extension ReplayFailure: Reported {
    /// Why a replay could not be done, and what would help.
    var failure: Failure {
        switch self {
        case .file(let error): Failure(.couldNotRun, error.message)
        case .memoryTooSmall(let limitBytes, let partBytes):
            Failure(
                .couldNotRun,
                "the limit of \(limitBytes >> 20) MiB is too small: the events of one payment take "
                    + "\(max(1, partBytes >> 20)) MiB, and must be sorted or replayed at once",
                hint: "give --memory more, or leave it out")
        case .checkpoint(let path, let problem):
            Failure(.couldNotRun, problem.message(path), hint: problem.hint)
        }
    }
}

extension CheckpointProblem {
    fileprivate func message(_ path: String) -> String {
        switch self {
        case .notACheckpoint: "`\(path)` is not a checkpoint"
        case .version: "`\(path)` is a checkpoint of another version of this program"
        case .isDamaged: "the checkpoint `\(path)` is damaged: it is cut off, or was changed"
        case .hasNoTrace: "the checkpoint `\(path)` was made without --trace, which is given now"
        case .isLater: "--until is before the time at which the checkpoint `\(path)` was made"
        }
    }

    fileprivate var hint: String {
        switch self {
        case .notACheckpoint: "give a file that `replay --checkpoint` has written"
        case .version: "replay its events again with this version"
        case .isDamaged: "resume from an earlier one, or replay all events again"
        case .hasNoTrace: "leave --trace out, or make the checkpoint with it"
        case .isLater: "give a later time, or resume from an earlier checkpoint"
        }
    }
}
