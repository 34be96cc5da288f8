internal import Events

/// Where the payments of the next records probably are. What a record needs is prefetched in steps, and
/// each finds what the one before has fetched: the slot of its hash, the payment, the identifier.
struct LookAhead {
    fileprivate static let slotDistance = 24
    fileprivate static let paymentDistance = 12
    fileprivate static let identifierDistance = 6

    /// By the lower bits of the index of the record; negative for none.
    private var positions = InlineArray<16, Int>(repeating: -1)

    /// The position of the payment that the record at `index` is probably of; nil if none is known.
    @inline(__always)
    fileprivate(set) subscript(index: Int) -> Int? {
        get {
            let position = positions[index & 15]
            return position < 0 ? nil : position
        }
        set { positions[index & 15] = newValue ?? -1 }
    }
}

extension Ledger {
    /// Asks for what the records after the one at `index` need.
    @inline(__always)
    func look(_ ahead: inout LookAhead, _ records: ShardRecords, _ index: Int) {
        let left = records.count - index
        if left > LookAhead.slotDistance {
            slots.prefetch(records[index + LookAhead.slotDistance].pointee.hash)
        }
        if left > LookAhead.paymentDistance {
            let next = index + LookAhead.paymentDistance
            let position = slots.guess(records[next].pointee.hash)
            ahead[next] = position
            if let position { entries.prefetch(position) }
        }
        if left > LookAhead.identifierDistance,
            let position = ahead[index + LookAhead.identifierDistance]
        {
            entries.pointer(at: position).pointee.text.prefetch()
        }
    }
}
