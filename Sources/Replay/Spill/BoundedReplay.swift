internal import Events
internal import Files
internal import Parallelism
internal import Payments

/// A replay that stays within a limit of memory: the stream is cut into temporary files by payment, and
/// each is replayed by itself, and its rows are sorted into temporary files, too.
struct BoundedReplay {
    let request: ReplayRequest
    let hash: IdentifierHash
    /// Where the clock stops.
    let end: Timestamp?
    private let workers: Int
    private let budgetBytes: Int

    init(_ request: ReplayRequest, _ hash: IdentifierHash, end: Timestamp?, limitBytes: Int) {
        self.request = request
        self.hash = hash
        self.end = end
        (workers, budgetBytes) = Self.plan(request, limitBytes)
    }

    /// How many partitions are replayed at once, and what each may take.
    private static func plan(_ request: ReplayRequest, _ limitBytes: Int) -> (Int, Int) {
        let bytes = max(ReplayLimits.leastMemoryBytes, limitBytes) - ReplayLimits.ownMemoryBytes
        let workers = max(1, min(request.threads, bytes / (16 << 20)))
        return (workers, bytes / workers)
    }

    /// The memory that a replay of all inputs may take at the worst. An event that makes a payment has
    /// at least 85 bytes, and takes 200, its texts, and what sorting it takes.
    static func mostBytes(_ request: ReplayRequest) -> Int {
        let bytes = request.inputBytes + (request.resume?.paymentBytes ?? 0)
        let (most, overflow) = bytes.multipliedReportingOverflow(by: request.keepsTrace ? 8 : 4)
        return overflow ? .max : most
    }

    /// Into how many files the stream is cut, for each of `shards`.
    static func partitionCount(_ request: ReplayRequest, limitBytes: Int, shards: Int) -> Int {
        let budget = plan(request, limitBytes).1
        let wanted = mostBytes(request) / budget + 1
        // With a checkpoint, each has a second file for the payments that it restores.
        let most = ReplayLimits.partitions / (request.resume == nil ? 1 : 2)
        return max(1, min(most, wanted) / shards)
    }

    /// What a replay of all partitions comes to.
    struct Totals {
        let states: SpilledStates
        let tally: ReplayTally
        /// What a checkpoint says of them.
        let ruleCountsBeforeClosing: [Int]
        let peakBytes: Int
    }

    /// Replays all partitions.
    ///
    /// - Throws: `ReplayFailure`, if a temporary file cannot be written or read, or if the events of one
    ///   payment need more memory than there is.
    func run(_ partitions: [Partition]) throws(ReplayFailure) -> Totals {
        let states = try ReplayFailure.catching { () throws(FileError) in
            try SpilledStates(request, workers: workers)
        }
        let work = Monitor(Work(waiting: partitions, tally: ReplayTally(request.setup)))
        Parallel.forEach(workers) { thread in
            while let partition = work.wait({ $0.next() }) ?? nil {
                let result = replay(partition, states, thread)
                work.change { $0.finished(result) }
            }
        }
        let result = work.change { $0 }
        if let failure = result.failure { throw failure }
        return Totals(
            states: states, tally: result.tally, ruleCountsBeforeClosing: result.ruleCounts,
            peakBytes: result.peakBytes)
    }

    private func replay(
        _ partition: Partition, _ states: SpilledStates, _ thread: Int
    ) -> Result<Work.Part, ReplayFailure> {
        let replay = PartitionReplay(request: request, hash: hash, budgetBytes: budgetBytes)
        do throws(ReplayFailure) {
            if let shard = try replay.shard(partition) {
                let ruleCounts = shard.ruleCounts
                try ReplayFailure.catching { () throws(FileError) in
                    try states.add(shard, end, request, thread: thread)
                    try partition.discard()
                }
                return .success(.done(shard.tally, ruleCounts, shard.ledger.allocatedBytes))
            }
            guard let parts = try replay.cut(partition) else {
                return .failure(
                    .memoryTooSmall(
                        limitBytes: request.memoryLimitBytes ?? budgetBytes,
                        partBytes: partition.bytes))
            }
            try ReplayFailure.catching { () throws(FileError) in try partition.discard() }
            return .success(.cut(parts))
        } catch {
            return .failure(error)
        }
    }
}

/// What is still to be replayed.
private struct Work {
    private var waiting: [Partition]
    private var running = 0
    private(set) var tally: ReplayTally
    private(set) var ruleCounts = [Int](repeating: 0, count: Rule.allCases.count)
    private(set) var peakBytes = 0
    private(set) var failure: ReplayFailure?

    enum Part {
        /// With how often each rule was applied before the last timers fired, and the memory taken.
        case done(ReplayTally, [Int], Int)
        case cut([Partition])
    }

    init(waiting: [Partition], tally: ReplayTally) {
        self.waiting = waiting
        self.tally = tally
    }

    /// The next partition; nil if one must be waited for, a nil within if there will be none.
    mutating func next() -> Partition?? {
        if failure != nil { return .some(nil) }
        if let partition = waiting.popLast() {
            running += 1
            return partition
        }
        return running == 0 ? .some(nil) : nil
    }

    mutating func finished(_ result: Result<Part, ReplayFailure>) {
        running -= 1
        switch result {
        case .success(.done(let tally, let ruleCounts, let bytes)):
            self.tally.add(tally)
            for index in ruleCounts.indices { self.ruleCounts[index] += ruleCounts[index] }
            peakBytes = max(peakBytes, bytes)
        case .success(.cut(let parts)): waiting += parts
        case .failure(let failure): self.failure = self.failure ?? failure
        }
    }
}
