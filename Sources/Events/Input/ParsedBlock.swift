package import Payments

/// An event that breaks the rules of `spec/formats.md`.
package struct RefusedEvent {
    /// The whole line, or the element of the array.
    package let text: ByteSlice
    /// The 1-based line within the block.
    package let line: Int
    /// The reasons; none where more than enough events have been explained before.
    package let findings: [EventFinding]
}

/// How the events of a stream are read.
package struct ReadingRules: Sendable {
    /// Events after this time are not applied, and events before `earliest` are invalid.
    let until: Timestamp?
    let earliest: Timestamp?
    /// The number of the first input.
    let firstFile: Int32
    let resultUse: ResultUse

    package init(
        until: Timestamp? = nil, earliest: Timestamp? = nil, firstFile: Int32 = 0,
        resultUse: ResultUse = .applied
    ) {
        self.until = until
        self.earliest = earliest
        self.firstFile = firstFile
        self.resultUse = resultUse
    }
}

/// What was read from one piece of an input: reused from piece to piece.
package final class ParsedBlock: @unchecked Sendable {
    // Unchecked, since one thread at a time works on a block: it is filled, then read by all.

    /// The valid events of payments up to `--until`, in stream order.
    /// Reached by address, since every event does.
    package let records = UnsafeMutablePointer<GrowingBuffer<EventRecord>>.allocate(capacity: 1)
    /// The indices of `records` by shard; empty where there is one shard.
    private var order = GrowingBuffer<UInt32>(capacity: 2048)
    /// Where each shard's part of `order` begins, and, as the last number, where it ends.
    private var starts: [Int] = []
    package var refused: [RefusedEvent] = []
    package var statistics = StreamStatistics()
    /// The input that it was read from.
    package var file: Int32 = 0
    /// The number of lines of the block, and those of the file before it.
    package var lineCount = 0
    package var linesBefore = 0
    /// The text that it was read from.
    package var text = ByteSlice.empty
    /// Holds decoded strings of the records; the rest of them are in the input.
    let scratch = ScratchArena()
    let hash: IdentifierHash
    /// Events after this time are not applied, and events before `earliest` are invalid.
    let end: Int64
    let earliest: Int64
    let resultUse: ResultUse
    private let shardCount: Int
    private let firstFile: Int32

    package init(_ rules: ReadingRules, shardCount: Int, hash: IdentifierHash) {
        self.hash = hash
        self.shardCount = shardCount
        end = rules.until?.nanoseconds ?? .max
        earliest = rules.earliest?.nanoseconds ?? .min
        firstFile = rules.firstFile
        resultUse = rules.resultUse
        records.initialize(to: GrowingBuffer(capacity: 2048))
    }

    deinit {
        records.deinitialize(count: 1)
        records.deallocate()
    }

    /// The number that records of the block have as their file.
    var fileNumber: Int32 { firstFile + file }

    package func reset(file: Int32, text: ByteSlice) {
        records.pointee.removeAll()
        refused.removeAll(keepingCapacity: true)
        statistics = StreamStatistics()
        lineCount = 0
        linesBefore = 0
        self.file = file
        self.text = text
        scratch.reset()
    }

    func refuse(_ event: RefusedEvent) {
        statistics.refused += 1
        refused.append(event)
    }

    /// Whether another refused event is worth explaining.
    func explains(limit: Int) -> Bool { refused.count < limit }

    /// Sorts the indices of the records by shard, in stream order within each.
    package func distribute() {
        guard shardCount > 1 else { return }
        var next = [Int](repeating: 0, count: shardCount + 1)
        for index in 0..<records.pointee.count { next[shard(index) + 1] += 1 }
        for shard in 0..<shardCount { next[shard + 1] += next[shard] }
        starts = next
        order.removeAll()
        for _ in 0..<records.pointee.count { order.append(0) }
        for index in 0..<records.pointee.count {
            let shard = shard(index)
            order[next[shard]] = UInt32(truncatingIfNeeded: index)
            next[shard] += 1
        }
    }

    @inline(__always)
    private func shard(_ index: Int) -> Int {
        IdentifierHash.part(records.pointee[index].hash >> 48, of: shardCount)
    }

    /// The number of records of a shard.
    private func count(ofShard shard: Int) -> Int {
        shardCount == 1 ? records.pointee.count : starts[shard + 1] - starts[shard]
    }

    /// The records of a shard, in stream order.
    package func withRecords<Result>(
        ofShard shard: Int, _ body: (ShardRecords) throws -> Result
    ) rethrows -> Result {
        let first = shardCount == 1 ? 0 : starts[shard]
        return try body(
            ShardRecords(
                records: records.pointee.base, order: shardCount == 1 ? nil : order.base + first,
                count: count(ofShard: shard)))
    }
}

/// The records of one shard in one block.
@usableFromInline
package struct ShardRecords {
    @usableFromInline package let records: UnsafeMutablePointer<EventRecord>
    @usableFromInline package let order: UnsafeMutablePointer<UInt32>?
    @usableFromInline package let count: Int

    @inlinable
    package init(
        records: UnsafeMutablePointer<EventRecord>, order: UnsafeMutablePointer<UInt32>? = nil,
        count: Int
    ) {
        self.records = records
        self.order = order
        self.count = count
    }

    /// The `index`th record.
    @inlinable @inline(__always)
    package subscript(index: Int) -> UnsafeMutablePointer<EventRecord> {
        order.map { records + Int($0[index]) } ?? records + index
    }
}
