internal import Events

/// What a shard consists of. It is reached by address: through an object, every look would be counted and
/// checked.
struct ShardContent: ~Copyable {
    var ledger: Ledger
    /// The payments in the order of their identifiers.
    var order = PaymentOrder()
    /// The notes of each payment.
    var anomalies = NoteChains(paymentCount: 0, noteCount: 0) { _ in 0 }
    var steps = NoteChains(paymentCount: 0, noteCount: 0) { _ in 0 }

    init(_ ledger: consuming Ledger) {
        self.ledger = ledger
    }

    /// Sorts the payments, and their notes by payment; `skipping` is how many leading bytes all
    /// identifiers of all shards have in common.
    mutating func arrange(skipping: Int) {
        order.arrange(ledger, skipping: skipping)
        anomalies = NoteChains(
            paymentCount: ledger.entries.count, noteCount: ledger.anomalies.count
        ) { ledger.anomalies.pointer(at: $0).pointee.payment }
        steps = NoteChains(
            paymentCount: ledger.entries.count, noteCount: ledger.steps.count
        ) { ledger.steps.pointer(at: $0).pointee.payment }
    }

    /// The `index`th payment in the order of the identifiers.
    @inline(__always)
    func prefixed(_ index: Int) -> PrefixedPosition { order.prefixed(index, ledger) }
}
