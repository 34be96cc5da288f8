internal import Events
internal import Payments

/// The attempts of a stream, with the methods that a replay finds for them: events may be out of
/// order, repeat, or not fit, so that only a replay knows. Results are passed over; memory grows
/// with the payments and their attempts.
struct KnownAttempts {
    private let shards: [Shard]
    private let threads: Int

    enum Search {
        case found(KnownAttempts)
        case refused(ReplayRefusal)
    }

    /// Finds the attempts of all events of the request.
    static func find(
        _ request: ReplayRequest, _ hash: IdentifierHash
    ) throws(ReplayFailure) -> Search {
        var request = request
        request.passesOverResults = true
        var (stream, shards) = try Replay.directShards(request, hash)
        if stream.isOutOfOrder {
            shards = []
            (stream, shards) = try Replay.sortedShards(request, hash)
        }
        if let refusal = stream.refusal { return .refused(refusal) }
        return .found(KnownAttempts(shards: shards, threads: request.threads))
    }

    /// The index of the connector of the attempt that a result names; nil if the attempt is not
    /// known, or its method is not configured.
    func connector(of record: UnsafeMutablePointer<EventRecord>, _ attempt: ByteSlice) -> Int? {
        let shard = shards[shard(of: record.pointee.hash)]
        guard let position = shard.ledger.position(of: record.pointee.payment, record.pointee.hash),
            let attempt = shard.ledger.attempt(named: attempt, of: position)
        else { return nil }
        return shard.ledger.methods[attempt.method].connector.map { Int($0) }
    }

    /// The shard of a payment: each thread has the same number of them, as many as it sorted the
    /// stream into.
    private func shard(of hash: UInt64) -> Int {
        let ofThread = shards.count / threads
        let thread = IdentifierHash.part(hash >> 48, of: threads)
        return thread * ofThread + Partitions.part(hash, of: ofThread, depth: 0)
    }
}
