internal import Payments

/// What became of the attempts of a connector.
struct ConnectorTally {
    private(set) var attempts = 0
    private(set) var succeeded = 0
    private(set) var failed = 0
    private(set) var expired = 0
    private(set) var lateSucceeded = 0
    private(set) var lateFailed = 0
    private(set) var unanswered = 0
    private(set) var durations = DurationHistogram()
    /// Of the results of its attempts.
    var signatures = SignatureTally()

    /// Counts an attempt.
    @inline(__always)
    mutating func add(_ attempt: Attempt) {
        attempts += 1
        expired += attempt.isExpired ? 1 : 0
        switch attempt.outcome {
        case .succeeded:
            succeeded += 1
            lateSucceeded += attempt.isLate ? 1 : 0
        case .failed:
            failed += 1
            lateFailed += attempt.isLate ? 1 : 0
        case nil: unanswered += 1
        }
        if let resultAt = attempt.resultAt {
            // More than 292 years need all 64 bits; no result comes before its attempt.
            durations.add(
                UInt64(bitPattern: resultAt.nanoseconds &- attempt.startedAt.nanoseconds))
        }
    }

    /// Adds the counts of another part of the attempts.
    mutating func add(_ other: ConnectorTally) {
        attempts += other.attempts
        succeeded += other.succeeded
        failed += other.failed
        expired += other.expired
        lateSucceeded += other.lateSucceeded
        lateFailed += other.lateFailed
        unanswered += other.unanswered
        durations.add(other.durations)
        signatures.add(other.signatures)
    }
}
