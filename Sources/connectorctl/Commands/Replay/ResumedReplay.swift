import Payments
import Replay

/// A replay that goes on from a checkpoint.
enum ResumedReplay {
    /// Opens the checkpoint at `path`.
    ///
    /// - Throws: `Failure` if it cannot be read, is damaged, or lacks the trace that is wanted.
    static func checkpoint(
        at path: String, withTrace: Bool, until: Timestamp?
    ) throws(Failure) -> Checkpoint {
        do throws(ReplayFailure) {
            let checkpoint = try Checkpoint(path: path)
            if withTrace && !checkpoint.hasTrace { throw .checkpoint(path: path, .hasNoTrace) }
            if let until, let clock = checkpoint.clock, until < clock {
                throw .checkpoint(path: path, .isLater)
            }
            return checkpoint
        } catch {
            throw Failure(error)
        }
    }
}
