public import Files
internal import Payments
public import SourceText

/// A replay, from bytes to states: the map of this module.
///
///     inputs → rounds of blocks → events → ledgers (one a shard) → closed states → outputs
///
/// Events of different payments never touch each other. A stream in which each payment's events come
/// in the order of their times is therefore applied as it is read. As soon as one event comes too
/// late, the run starts anew and sends all events through temporary files, sorted by time.
public enum Replay {
    /// Replays the events of the request.
    ///
    /// - Throws: `FileError` if a temporary file or the file of rejected events cannot be written.
    public static func run(_ request: ReplayRequest) throws(FileError) -> ReplayOutcome {
        let hash = IdentifierHash()
        if let outcome = try inOrder(request, hash) { return outcome }
        return try sorted(request, hash)
    }

    /// Applies the events as they come; nil if one comes out of order.
    private static func inOrder(
        _ request: ReplayRequest, _ hash: IdentifierHash
    ) throws(FileError) -> ReplayOutcome? {
        let shards = (0..<request.threads).map { _ in Shard(Ledger(request, hash)) }
        let reader = StreamReader(request, shardCount: shards.count, hash)
        var rejections = try Rejections(request)
        while let round = try reader.nextRound() {
            try rejections.take(round, fromInput: reader.current)
            if rejections.endTheReplay(request) { continue }
            let results = ParallelResults(count: shards.count)
            Parallel.forEach(shards.count) { index in
                results[index] = shards[index].apply(round, shard: index)
            }
            guard results.allTrue else { return nil }
        }
        return finish(request, reader, rejections, shards)
    }

    /// Applies the events in the order of their times, through temporary files.
    private static func sorted(
        _ request: ReplayRequest, _ hash: IdentifierHash
    ) throws(FileError) -> ReplayOutcome {
        let reader = StreamReader(request, shardCount: 1, hash)
        var rejections = try Rejections(request)
        var spill = try Spill(for: request.inputs, in: request.temporaryFolder)
        while let round = try reader.nextRound() {
            try rejections.take(round, fromInput: reader.current)
            if rejections.endTheReplay(request) { continue }
            for block in round { try spill.add(block) }
        }
        let shard = Shard(Ledger(request, hash))
        try spill.replay(into: &shard.ledger)
        return finish(request, reader, rejections, [shard])
    }

    private static func finish(
        _ request: ReplayRequest, _ reader: StreamReader, _ rejections: consuming Rejections,
        _ shards: [Shard]
    ) -> ReplayOutcome {
        for array in reader.broken { rejections.take(array) }
        if !reader.broken.isEmpty || rejections.endTheReplay(request) {
            return .refused(rejections.refusal)
        }
        let end = request.until ?? reader.statistics.latest
        if let end {
            Parallel.forEach(shards.count) { shards[$0].ledger.close(at: end) }
        }
        return .finished(
            ReplayResult(
                request: request, shards: shards, statistics: reader.statistics, end: end,
                rejected: rejections.finish()))
    }
}

/// How a replay ended.
public enum ReplayOutcome {
    case finished(ReplayResult)
    /// Input was invalid, and nothing is to be written.
    case refused(ReplayRefusal)
}

/// Why a replay was refused.
public struct ReplayRefusal: Sendable {
    /// The findings about the first invalid events and about arrays broken as JSON; last, where
    /// there are more events, a note of their number.
    public let diagnostics: [Diagnostic]
    /// The number of further invalid events.
    public let unreportedEvents: Int
}
