public import Payments

/// The states in which a replay left the payments; `ReplayOutputs` writes them.
public final class ReplayResult {
    let request: ReplayRequest
    let shards: [Shard]
    let statistics: StreamStatistics
    /// The file of rejected events, if there is one.
    let rejected: OutputFile?
    /// Counted once, for the report and the summary.
    private(set) lazy var tally = ReplayTally(self)
    /// Where the clock stopped; nil for a stream without events and without `--until`.
    public let end: Timestamp?

    init(
        request: ReplayRequest, shards: [Shard], statistics: StreamStatistics, end: Timestamp?,
        rejected: OutputFile?
    ) {
        self.request = request
        self.shards = shards
        self.statistics = statistics
        self.end = end
        self.rejected = rejected
    }

    /// The number of anomalies.
    public var anomalyCount: Int { shards.reduce(0) { $0 + $1.ledger.anomalies.count } }

    /// The number of events that were copied to `rejected.ndjson`.
    public var rejectedCount: Int { statistics.refused }
}

/// A truth value from each of several threads.
final class ParallelResults: @unchecked Sendable {
    // Unchecked, since each thread writes its own place.
    private let values: UnsafeMutableBufferPointer<Bool>

    init(count: Int) {
        values = .allocate(capacity: count)
        values.initialize(repeating: true)
    }

    deinit {
        values.deallocate()
    }

    subscript(index: Int) -> Bool {
        get { values[index] }
        set { values[index] = newValue }
    }

    var allTrue: Bool { values.allSatisfy(\.self) }
}
