internal import Payments

/// A ledger that one thread at a time works on.
final class Shard: @unchecked Sendable {
    // Unchecked, since in each round one thread alone works on it.
    var ledger: Ledger

    init(_ ledger: consuming Ledger) {
        self.ledger = ledger
    }

    /// Applies this shard's records of the blocks in stream order.
    ///
    /// - Returns: false if an event is older than one of its payment that was applied before.
    func apply(_ blocks: ArraySlice<ParsedBlock>, shard: Int) -> Bool {
        for block in blocks {
            let list = block.records[shard]
            guard ledger.apply(list.buffer, linesBefore: block.linesBefore) else { return false }
        }
        return true
    }
}

extension Ledger {
    /// Applies records in their order; false as soon as one comes out of order.
    mutating func apply(
        _ records: borrowing GrowingBuffer<EventRecord>, linesBefore: Int
    ) -> Bool {
        for index in 0..<records.count {
            guard let payment = records[index].payment else { continue }
            let line = linesBefore + records[index].line
            guard apply(records[index], payment: payment, line: line) else { return false }
        }
        return true
    }
}
