internal import Events
public import Payments

/// How a replay ended: what the report counts, and the states, which `ReplayOutputs` writes.
public final class ReplayResult: @unchecked Sendable {
    // Unchecked, since it changes only where its outputs are written, which one thread does.

    let request: ReplayRequest
    let states: ReplayStates
    let statistics: StreamStatistics
    let tally: ReplayTally
    /// The file of rejected events, if there is one.
    let rejected: OutputFile?
    /// The complete checkpoint under its temporary name, if one is wanted.
    let checkpoint: RowFile?
    /// Where the clock stopped; nil for a stream without events and without `--until`.
    public let end: Timestamp?
    /// What made it stop far beyond most of the stream; nil: it did not.
    public let clockJump: ClockJump?
    /// Where the time went, if the request has a clock.
    public internal(set) var times: PhaseTimes
    /// The memory that the payments take, in bytes.
    public let stateBytes: Int

    init(
        request: ReplayRequest, states: ReplayStates, statistics: StreamStatistics,
        tally: ReplayTally, end: Timestamp?, clockJump: ClockJump?, rejected: OutputFile?,
        checkpoint: RowFile?,
        times: PhaseTimes, stateBytes: Int
    ) {
        self.request = request
        self.states = states
        self.statistics = statistics
        self.tally = tally
        self.end = end
        self.clockJump = clockJump
        self.rejected = rejected
        self.checkpoint = checkpoint
        self.times = times
        self.stateBytes = stateBytes
    }

    /// The number of anomalies.
    public var anomalyCount: Int { tally.anomalies.reduce(0, +) }

    /// The number of events that were copied to `rejected.ndjson`.
    public var rejectedCount: Int { statistics.refused }
}

/// Where the payments are when the stream has ended.
enum ReplayStates {
    /// In memory.
    case resident(OrderedPayments)
    /// In temporary files, as rows.
    case spilled(SpilledStates)
}
