internal import Events
internal import Payments

/// A ledger that one thread at a time works on, and what is worked out when its stream has ended.
final class Shard: @unchecked Sendable {
    // Unchecked, since the engine gives it to one thread at a time.

    let content = UnsafeMutablePointer<ShardContent>.allocate(capacity: 1)
    private(set) var tally: ReplayTally
    /// What was returned, in no order.
    private(set) var returned: [BalanceEntry] = []

    init(_ request: ReplayRequest, _ hash: IdentifierHash) {
        content.initialize(to: ShardContent(Ledger(request, hash)))
        tally = ReplayTally(request.setup)
    }

    deinit {
        content.deinitialize(count: 1)
        content.deallocate()
    }

    var ledger: Ledger {
        @inline(__always) _read { yield content.pointee.ledger }
        @inline(__always) _modify { yield &content.pointee.ledger }
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
}
