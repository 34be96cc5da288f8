internal import Events
internal import Files

extension Checkpoint {
    /// Puts all payments into the shards that their identifiers belong to.
    func restore(
        to shards: [Shard], keepsTrace: Bool, _ hash: IdentifierHash
    ) throws(ReplayFailure) {
        var restorers = shards.map { _ in CheckpointRestorer(self, keepsTrace: keepsTrace) }
        var shard = 0
        try visit { (record) throws(ReplayFailure) in
            try damageChecked { () throws(ByteReader.Damage) in
                if let id = try record.paymentIdentifier() {
                    shard = IdentifierHash.part(hash(id) >> 48, of: shards.count)
                }
                try restorers[shard].add(record, to: &shards[shard].ledger)
            }
        }
        for index in shards.indices {
            try damageChecked { () throws(ByteReader.Damage) in
                try restorers[index].finish(&shards[index].ledger)
            }
        }
    }

    /// Puts all payments into the temporary files that their events go to.
    func restore(to shards: [Partitions], _ hash: IdentifierHash) throws(ReplayFailure) {
        var hashed: UInt64 = 0
        try visit { (record) throws(ReplayFailure) in
            try damageChecked { () throws(ByteReader.Damage) in
                if let id = try record.paymentIdentifier() { hashed = hash(id) }
            }
            let shard = IdentifierHash.part(hashed >> 48, of: shards.count)
            try ReplayFailure.catching { () throws(FileError) in
                try shards[shard].add(record, hashed)
            }
        }
    }
}

extension ReplayRequest {
    /// - Throws: `ReplayFailure` if what is wanted cannot come of the checkpoint.
    func checkResumption() throws(ReplayFailure) {
        guard let resume else { return }
        if keepsTrace && !resume.hasTrace { throw .checkpoint(path: resume.path, .hasNoTrace) }
        if let until, let clock = resume.head.clock, until < clock {
            throw .checkpoint(path: resume.path, .isLater)
        }
    }
}

extension CheckpointRecord {
    /// The identifier, if this is the record of a payment.
    func paymentIdentifier() throws(ByteReader.Damage) -> ByteSlice? {
        guard tag == .payment else { return nil }
        var reader = ByteReader(content)
        return try reader.text()
    }
}
