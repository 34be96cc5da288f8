internal import Files
internal import Payments

/// Replays partitions, each by itself.
struct PartitionReplay {
    let request: ReplayRequest
    let hash: IdentifierHash
    /// Where the clock stops.
    let end: Timestamp?
    /// The most memory that one partition may take; nil for any.
    let budgetBytes: Int?

    /// Replays the events of a partition into a ledger of its own; nil if that takes more memory than
    /// there is.
    func shard(
        _ partition: Partition, beforeClosing states: SpilledStates? = nil, _ thread: Int = 0
    ) throws(FileError) -> Shard? {
        guard partition.sortingBytes <= budgetBytes ?? .max, partition.canBeSorted else {
            return nil
        }
        let shard = Shard(request, hash)
        var fits = true
        try partition.forEach { records throws(FileError) in
            let isInOrder = shard.ledger.apply(records, linesBefore: 0)
            precondition(isInOrder, "the events of a partition are sorted")
            fits = self.fits(shard, partition)
            return fits
        }
        guard fits else { return nil }
        shard.close(at: end, request.setup)
        return shard
    }

    /// Whether the ledger, with what sorting its payments takes, still fits.
    private func fits(_ shard: Shard, _ partition: Partition) -> Bool {
        guard let budgetBytes else { return true }
        let payments = shard.ledger.entries.count
        let sorting = payments * MemoryLayout<PaymentPlace>.stride * 2
        return shard.ledger.allocatedBytes + sorting + partition.sortingBytes <= budgetBytes
    }

    /// Cuts a partition that is too large into smaller ones; nil if that cannot help, because all of
    /// its events are of one payment or it was cut too often.
    func cut(_ partition: Partition) throws(FileError) -> [Partition]? {
        guard partition.depth < ReplayLimits.cuts else { return nil }
        let parts = try Partitions(
            count: 8, in: request.temporaryFolder, depth: partition.depth + 1)
        try partition.forEach(inOrder: false) { records throws(FileError) in
            for index in 0..<records.count {
                try parts.add(records[index], line: records[index].pointee.line)
            }
            return true
        }
        let used = parts.partitions.filter { $0.eventCount > 0 }
        for part in used { try part.finish() }
        return used.count > 1 || partition.depth + 1 < ReplayLimits.cuts ? used : nil
    }
}
