public import Files
internal import Payments
public import SourceText

/// A replay, from bytes to states: the map of this module.
///
///     inputs → blocks → events → ledgers (one a shard) → closed states → outputs
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
        if let outcome = try direct(request, hash) { return outcome }
        return try direct(request, hash)!
    }

    /// Applies the events as they come; nil if one comes out of order.
    private static func direct(
        _ request: ReplayRequest, _ hash: IdentifierHash
    ) throws(FileError) -> ReplayOutcome? {
        let shards = (0..<request.threads).map { _ in Shard(request, hash) }
        let engine = try StreamEngine(request, shardCount: shards.count, hash)
        let stream = try engine.run { block, shard throws(FileError) in
            shards[shard].apply(block, shard: shard)
        }
        if stream.isOutOfOrder { return nil }
        return finish(request, stream, shards)
    }

    private static func finish(
        _ request: ReplayRequest, _ stream: StreamEngine.Outcome, _ shards: [Shard]
    ) -> ReplayOutcome {
        var rejections = stream.rejections
        for array in stream.broken { rejections.take(array) }
        if !stream.broken.isEmpty || rejections.endTheReplay(request) {
            return .refused(rejections.refusal)
        }
        let end = request.until ?? stream.statistics.latest
        var tally = ReplayTally(request.setup)
        Parallel.forEach(shards.count) { shards[$0].close(at: end, request.setup) }
        for shard in shards { tally.add(shard.tally) }
        return .finished(
            ReplayResult(
                request: request, states: .resident(OrderedPayments(arranging: shards)),
                statistics: stream.statistics, tally: tally, end: end,
                rejected: rejections.finish(), times: stream.times,
                stateBytes: shards.reduce(0) { $0 + $1.ledger.allocatedBytes }))
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
