import Files
import Replay

extension Failure {
    /// Why a replay could not be done, and what would help.
    init(_ failure: ReplayFailure) {
        switch failure {
        case .file(let error):
            self.init(.couldNotRun, error.message)
        case .memoryTooSmall(let limitBytes, let partBytes):
            self.init(
                .couldNotRun,
                "the limit of \(limitBytes >> 20) MiB is too small: the events of one payment take "
                    + "\(max(1, partBytes >> 20)) MiB, and must be sorted or replayed at once",
                hint: "give --memory more, or leave it out")
        }
    }
}
