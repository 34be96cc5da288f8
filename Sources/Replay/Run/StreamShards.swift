internal import Events
internal import Files
internal import Parallelism

/// How the events of a stream get into ledgers, which may be in another order than they come.
extension Replay {
    /// Applies the events as they come, until one is out of order; a shard for each thread.
    static func directShards(
        _ request: ReplayRequest, _ hash: IdentifierHash
    ) throws(ReplayFailure) -> (StreamEngine.Ending, [Shard]) {
        let shards = (0..<request.threads).map { _ in Shard(request, hash) }
        try request.resume?.restore(to: shards, keepsTrace: request.keepsTrace, hash)
        let stream = try read(request, shards.count, hash) { block, shard throws(FileError) in
            shards[shard].apply(block, shard: shard)
        }
        return (stream, shards)
    }

    /// Applies the events in the order of their times, through temporary files; a shard for each of
    /// them, in their order, and none if the stream is refused.
    static func sortedShards(
        _ request: ReplayRequest, _ hash: IdentifierHash
    ) throws(ReplayFailure) -> (StreamEngine.Ending, [Shard]) {
        // A part for every 64 MB: what is worked on stays close to the processor.
        let wanted = request.inputBytes >> 26 + request.threads
        let count = max(1, min(ReplayLimits.partitions, wanted) / request.threads)
        let (stream, partitions) = try partition(request, hash, count)
        if stream.refusal != nil { return (stream, []) }
        let replay = PartitionReplay(request: request, hash: hash, budgetBytes: nil)
        let results = Parallel.map(partitions.count) { index in
            Result { () throws(ReplayFailure) in
                let shard = try replay.shard(partitions[index])
                // Here, where several threads can do so side by side.
                try ReplayFailure.catching { () throws(FileError) in try partitions[index].discard()
                }
                return shard
            }
        }
        var shards: [Shard] = []
        for result in results {
            guard let shard = try result.get() else {
                throw .memoryTooSmall(limitBytes: .max, partBytes: request.inputBytes)
            }
            shards.append(shard)
        }
        return (stream, shards)
    }
}
