internal import Events
internal import Files
internal import Payments

/// Replays partitions, each by itself.
struct PartitionReplay {
    let request: ReplayRequest
    let hash: IdentifierHash
    /// The most memory that one partition may take; nil for any.
    let budgetBytes: Int?

    /// Replays the events of a partition into a ledger of its own, whose last timers have not fired yet;
    /// nil if that takes more memory than there is.
    func shard(_ partition: Partition) throws(ReplayFailure) -> Shard? {
        guard partition.sortingBytes <= budgetBytes ?? .max, partition.canBeSorted else {
            return nil
        }
        let shard = Shard(request, hash)
        guard try restore(partition, to: shard) else { return nil }
        var fits = true
        try ReplayFailure.catching { () throws(FileError) in
            try partition.visit { records throws(FileError) in
                fits = self.fits(shard, partition, adding: records)
                guard fits else { return false }
                let isInOrder = shard.ledger.apply(records, linesBefore: 0)
                precondition(isInOrder, "the events of a partition are sorted")
                fits = self.fits(shard, partition)
                return fits
            }
        }
        return fits ? shard : nil
    }

    /// Restores the payments of a checkpoint; false if they take too much.
    private func restore(_ partition: Partition, to shard: Shard) throws(ReplayFailure) -> Bool {
        guard let checkpoint = request.resume else { return true }
        var restorer = CheckpointRestorer(checkpoint, keepsTrace: request.keepsTrace)
        try records(of: partition, checkpoint) { record throws(ReplayFailure) in
            try checkpoint.damageChecked { () throws(ByteReader.Damage) in
                try restorer.add(record, to: &shard.ledger)
            }
        }
        try checkpoint.damageChecked { () throws(ByteReader.Damage) in
            try restorer.finish(&shard.ledger)
        }
        return fits(shard, partition)
    }

    /// Calls `body` with the records of a checkpoint in a partition.
    private func records(
        of partition: Partition, _ checkpoint: Checkpoint,
        _ body: (CheckpointRecord) throws(ReplayFailure) -> Void
    ) throws(ReplayFailure) {
        let file = try ReplayFailure.catching { () throws(FileError) in
            try partition.restoredRecords()
        }
        guard let file else { return }
        // The bytes are there as long as the file is.
        defer { withExtendedLifetime(file) {} }
        var rest = file.bytes[...]
        while !rest.isEmpty {
            let record = try checkpoint.damageChecked { () throws(ByteReader.Damage) in
                try CheckpointRecord(UnsafeRawBufferPointer(rebasing: rest))
            }
            try body(record)
            rest = rest.dropFirst(record.bytes.count)
        }
    }

    /// Whether the ledger, with what sorting its payments takes, still fits.
    private func fits(
        _ shard: Shard, _ partition: Partition, adding records: ShardRecords? = nil
    ) -> Bool {
        guard let budgetBytes else { return true }
        return shard.ledger.allocatedBytes + shard.ledger.bytesToWrite + partition.sortingBytes
            + (records?.textBytes ?? 0) <= budgetBytes
    }

    /// Cuts a partition that is too large into smaller ones; nil if that cannot help, because all of
    /// its events are of one payment or it was cut too often.
    func cut(_ partition: Partition) throws(ReplayFailure) -> [Partition]? {
        guard partition.depth < ReplayLimits.cuts, !partition.isOfOnePayment else { return nil }
        let parts = try ReplayFailure.catching { () throws(FileError) in
            try Partitions(
                count: 8, in: request.temporaryFolder, depth: partition.depth + 1)
        }
        if let checkpoint = request.resume { try cut(partition, checkpoint, parts) }
        return try ReplayFailure.catching { () throws(FileError) in
            try partition.visit(inOrder: false) { records throws(FileError) in
                for index in 0..<records.count {
                    try parts.add(records[index], line: records[index].pointee.line)
                }
                return true
            }
            let used = parts.partitions.filter { !$0.isEmpty }
            for part in used { try part.finish() }
            return used
        }
    }

    private func cut(
        _ partition: Partition, _ checkpoint: Checkpoint, _ parts: Partitions
    ) throws(ReplayFailure) {
        var hashed: UInt64 = 0
        try records(of: partition, checkpoint) { record throws(ReplayFailure) in
            try checkpoint.damageChecked { () throws(ByteReader.Damage) in
                if let id = try record.paymentIdentifier() { hashed = hash(id) }
            }
            try ReplayFailure.catching { () throws(FileError) in try parts.add(record, hashed) }
        }
    }
}

extension Ledger {
    /// What writing its rows takes besides: payments and their notes in order, and what was returned,
    /// sorted.
    fileprivate var bytesToWrite: Int {
        entries.count
            * (MemoryLayout<PrefixedPosition>.stride * 2 + 2 * MemoryLayout<UInt32>.stride)
            + (anomalies.count + steps.count) * MemoryLayout<UInt32>.stride
            + ruleCounts[Int(Rule.secondPaymentReturned.rawValue)]
            * MemoryLayout<BalanceEntry>.stride * 3
    }
}

extension ShardRecords {
    /// What the texts of the records can take at most in a ledger.
    fileprivate var textBytes: Int {
        (0..<count).reduce(0) { $0 + EncodedEvent.size(of: self[$1]) }
    }
}
