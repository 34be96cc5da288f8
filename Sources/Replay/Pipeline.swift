internal import Events
internal import Files
internal import Parallelism
internal import Payments

/// A replay, from bytes to states: the map of this module.
///
///     inputs → blocks → events → ledgers (one a shard) → closed states → outputs
///
/// Events of different payments never touch each other. A stream in which each payment's events come
/// in the order of their times is therefore applied as it is read (`direct`). As soon as one event
/// comes too late, the run starts over and sends all events through temporary files, sorted by time
/// (`sorted`). Where memory is limited, they go through temporary files from the start, and what is
/// worked out of each of these goes through files, too (`bounded`).
public enum Replay {
    /// Replays the events of the request.
    ///
    /// - Throws: `ReplayFailure` if a file cannot be read or written, or memory is too small.
    public static func run(_ request: ReplayRequest) throws(ReplayFailure) -> ReplayOutcome {
        try request.checkResumption()
        let hash = IdentifierHash()
        if let limitBytes = request.memoryLimitBytes,
            BoundedReplay.mostBytes(request) > limitBytes - ReplayLimits.ownMemoryBytes
        {
            return try bounded(request, hash, limitBytes)
        }
        if let outcome = try direct(request, hash) { return outcome }
        return try sorted(request, hash)
    }

    /// Applies the events as they come; nil if one comes out of order.
    private static func direct(
        _ request: ReplayRequest, _ hash: IdentifierHash
    ) throws(ReplayFailure) -> ReplayOutcome? {
        let (stream, shards) = try directShards(request, hash)
        if stream.isOutOfOrder { return nil }
        if let refusal = stream.refusal { return .refused(refusal) }
        return .finished(try result(request, stream, shards))
    }

    /// Applies the events in the order of their times, through temporary files.
    private static func sorted(
        _ request: ReplayRequest, _ hash: IdentifierHash
    ) throws(ReplayFailure) -> ReplayOutcome {
        let (stream, shards) = try sortedShards(request, hash)
        if let refusal = stream.refusal { return .refused(refusal) }
        return .finished(try result(request, stream, shards))
    }

    /// Applies the events within a limit of memory.
    private static func bounded(
        _ request: ReplayRequest, _ hash: IdentifierHash, _ limitBytes: Int
    ) throws(ReplayFailure) -> ReplayOutcome {
        var request = request
        request.longestLineBytes = ReplayLimits.lineBytes(limitBytes)
        let count = BoundedReplay.partitionCount(
            request, limitBytes: limitBytes, shards: request.threads)
        let (stream, partitions) = try partition(request, hash, count)
        if let refusal = stream.refusal { return .refused(refusal) }
        let end = stream.end(request)
        let replay = BoundedReplay(request, hash, end: end, limitBytes: limitBytes)
        let outcome = try replay.run(partitions)
        return .finished(
            ReplayResult(
                request: request, states: .spilled(outcome.states),
                statistics: stream.statistics, tally: request.tally + outcome.tally, end: end,
                clockJump: stream.clockJump(request),
                rejected: try rejected(stream),
                checkpoint: try CheckpointOutput.write(request, stream, outcome),
                times: stream.times, stateBytes: outcome.peakBytes))
    }

    // MARK: Steps

    static func read(
        _ request: ReplayRequest, _ shardCount: Int, _ hash: IdentifierHash,
        _ consume: @escaping StreamEngine.Consumer
    ) throws(ReplayFailure) -> StreamEngine.Ending {
        try ReplayFailure.catching { () throws(FileError) in
            try StreamEngine(request, shardCount: shardCount, hash).run(consume)
        }
    }

    /// Sorts the events into `count` temporary files for each thread.
    static func partition(
        _ request: ReplayRequest, _ hash: IdentifierHash, _ count: Int
    ) throws(ReplayFailure) -> (StreamEngine.Ending, [Partition]) {
        var shards: [Partitions] = []
        for _ in 0..<request.threads {
            let partitions = try ReplayFailure.catching { () throws(FileError) in
                try Partitions(
                    count: count, in: request.temporaryFolder, depth: 0)
            }
            shards.append(partitions)
        }
        try request.resume?.restore(to: shards, hash)
        let writers = shards
        let stream = try read(request, shards.count, hash) { block, shard throws(FileError) in
            try writers[shard].add(block, shard: shard)
            return true
        }
        let partitions = shards.flatMap(\.partitions)
        for partition in partitions {
            try ReplayFailure.catching { () throws(FileError) in try partition.finish() }
        }
        return (stream, partitions)
    }

    /// The file of rejected events, if it is one of the outputs.
    static func rejected(
        _ stream: StreamEngine.Ending
    ) throws(ReplayFailure) -> OutputFile? {
        try ReplayFailure.catching { () throws(FileError) in try stream.rejections.rows.finish() }
    }

    /// Closes the ledgers, after the checkpoint has been written.
    private static func result(
        _ request: ReplayRequest, _ stream: StreamEngine.Ending, _ shards: [Shard]
    ) throws(ReplayFailure) -> ReplayResult {
        let checkpoint = try CheckpointOutput.write(request, stream, shards)
        let end = stream.end(request)
        Parallel.forEach(shards.count) { shards[$0].close(at: end, request.setup) }
        return ReplayResult(
            request: request, states: .resident(OrderedPayments(arranging: shards)),
            statistics: stream.statistics,
            tally: shards.reduce(request.tally) { $0 + $1.tally }, end: end,
            clockJump: stream.clockJump(request),
            rejected: try rejected(stream), checkpoint: checkpoint, times: stream.times,
            stateBytes: shards.reduce(0) { $0 + $1.ledger.allocatedBytes })
    }
}

extension ReplayRequest {
    /// What was counted before the checkpoint that the replay goes on from.
    var tally: ReplayTally {
        var tally = ReplayTally(setup)
        guard let resume else { return tally }
        tally.add(ruleCounts: resume.head.ruleCounts)
        tally.add(resume.head.signatures, setup)
        return tally
    }
}
