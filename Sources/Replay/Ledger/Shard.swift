internal import Payments

/// A ledger that one thread at a time works on, and what is worked out when its stream has ended.
final class Shard: @unchecked Sendable {
    // Unchecked, since the engine gives it to one thread at a time.
    /// Where the ledger stands: reached by address, it is not checked for exclusive access each time.
    private let storage = UnsafeMutablePointer<Ledger>.allocate(capacity: 1)
    /// The payments in the order of their identifiers.
    var places = PaymentPlaces()
    var tally: ReplayTally
    /// What was returned, in no order.
    private(set) var returned: [BalanceEntry] = []
    /// The notes of each payment.
    var anomalies = NoteChains(paymentCount: 0, noteCount: 0) { _ in 0 }
    var steps = NoteChains(paymentCount: 0, noteCount: 0) { _ in 0 }

    init(_ request: ReplayRequest, _ hash: IdentifierHash) {
        storage.initialize(to: Ledger(request, hash))
        tally = ReplayTally(request.setup)
    }

    deinit {
        storage.deinitialize(count: 1)
        storage.deallocate()
    }

    var ledger: Ledger {
        @inline(__always) _read { yield storage.pointee }
        @inline(__always) _modify { yield &storage.pointee }
    }

    /// How often each rule was applied, by raw value.
    var ruleCounts: [Int] { Rule.allCases.map { ledger.ruleCounts[Int($0.rawValue)] } }

    /// Applies this shard's records of a block.
    ///
    /// - Returns: false if an event is older than one of its payment that was applied before.
    func apply(_ block: ParsedBlock, shard: Int) -> Bool {
        block.withRecords(ofShard: shard) {
            ledger.apply($0, linesBefore: block.linesBefore)
        }
    }

    /// Fires the timers that are due when the clock stops at `end`, and counts what there is.
    func close(at end: Timestamp?, _ setup: ReplaySetup) {
        tally.add(&ledger, closingAt: end, setup, &returned)
    }

    /// Sorts the payments, and their notes by payment; `skipping` is how many leading bytes all
    /// identifiers of all shards have in common.
    func arrange(skipping: Int) {
        places.arrange(ledger, skipping: skipping)
        anomalies = NoteChains(
            paymentCount: ledger.entries.count, noteCount: ledger.anomalies.count
        ) { ledger.anomalies.pointer(at: $0).pointee.payment }
        steps = NoteChains(
            paymentCount: ledger.entries.count, noteCount: ledger.steps.count
        ) { ledger.steps.pointer(at: $0).pointee.payment }
    }

    /// The number of leading bytes that all identifiers have in common with `first`.
    func commonPrefixCount(_ first: ByteSlice) -> Int {
        var count = first.count
        for position in 0..<ledger.entries.count {
            let id = ledger.entries.pointer(at: position).pointee.text.payment
            let prefix = ByteSlice(base: first.base, count: count)
            // Most share all of it.
            if id.count >= count, ByteSlice(base: id.base, count: count) == prefix { continue }
            count = id.commonPrefixCount(prefix)
            if count == 0 { break }
        }
        return count
    }
}
