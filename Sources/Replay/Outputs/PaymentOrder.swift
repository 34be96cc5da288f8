internal import Payments

/// The payments of all shards in the order of the UTF-8 bytes of their identifiers.
struct PaymentOrder {
    struct Place {
        /// The first eight bytes, big-endian: most comparisons end here.
        let prefix: UInt64
        let shard: Int32
        let position: UInt32
    }

    let places: [Place]

    /// Identifiers whose payment was never created are left out.
    init(_ shards: [Shard]) {
        var places: [Place] = []
        places.reserveCapacity(shards.reduce(0) { $0 + $1.ledger.entries.count })
        for (index, shard) in shards.enumerated() {
            for position in 0..<shard.ledger.entries.count
            where shard.ledger.entries[position].payment.status != nil {
                places.append(
                    Place(
                        prefix: Self.prefix(shard.ledger.entries[position].id),
                        shard: Int32(index), position: UInt32(position)))
            }
        }
        places.sort { left, right in
            if left.prefix != right.prefix { return left.prefix < right.prefix }
            let leftID = shards[Int(left.shard)].ledger.entries[Int(left.position)].id
            return leftID < shards[Int(right.shard)].ledger.entries[Int(right.position)].id
        }
        self.places = places
    }

    private static func prefix(_ id: ByteSlice) -> UInt64 {
        if id.count >= 8 {
            return UnsafeRawPointer(id.base).loadUnaligned(as: UInt64.self).bigEndian
        }
        var prefix: UInt64 = 0
        for offset in 0..<id.count { prefix |= UInt64(id.base[offset]) << (56 - offset * 8) }
        return prefix
    }
}
