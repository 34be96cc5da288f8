internal import Payments

/// An event that breaks the rules of the contract's section 4.
struct RefusedEvent {
    /// The whole line, or the element of the array.
    let text: ByteSlice
    /// The 1-based line within the block.
    let line: Int
    /// The reasons; none where more than enough events have been explained before.
    let findings: [EventFinding]
}

/// What was read from one piece of an input: reused from piece to piece.
final class ParsedBlock: @unchecked Sendable {
    // Unchecked, since one thread at a time works on a block: it is filled, then read by all.

    /// The valid events of payments up to `--until`, by shard.
    private(set) var records: [RecordList] = []
    private(set) var refused: [RefusedEvent] = []
    private(set) var statistics = StreamStatistics()
    /// The number of lines of the block, and those of the file before it.
    var lineCount = 0
    var linesBefore = 0
    /// Holds decoded strings of the records; the rest of them stands in the input.
    let scratch = ScratchArena()
    private let hash: IdentifierHash
    private let end: Timestamp?

    /// `end` is `--until`.
    init(shardCount: Int, hash: IdentifierHash, end: Timestamp?) {
        self.hash = hash
        self.end = end
        for _ in 0..<shardCount { records.append(RecordList()) }
    }

    func reset() {
        for list in records { list.buffer.removeAll() }
        refused.removeAll(keepingCapacity: true)
        statistics = StreamStatistics()
        lineCount = 0
        scratch.reset()
    }

    /// Takes a valid event.
    @inline(__always)
    func take(_ record: inout EventRecord) {
        statistics.note(record.type, at: record.at)
        if let end, record.at > end {
            statistics.afterEnd += 1
            return
        }
        guard let payment = record.payment else {
            statistics.clockAdvances += 1
            return
        }
        record.hash = hash(payment)
        let shard = records.count == 1 ? 0 : Int((record.hash >> 32) % UInt64(records.count))
        records[shard].buffer.append(record)
    }

    func refuse(_ event: RefusedEvent) {
        statistics.refused += 1
        refused.append(event)
    }

    /// Whether another refused event is worth explaining.
    func explains(limit: Int) -> Bool { refused.count < limit }
}

/// The records of one shard in one block.
final class RecordList {
    var buffer = GrowingBuffer<EventRecord>()
}

/// What the report says of a stream before any event is applied. Sums of parts are the whole's.
struct StreamStatistics: Sendable {
    /// The number of valid events of each type, by raw value.
    private(set) var countsByType = [Int](repeating: 0, count: EventType.allCases.count)
    var afterEnd = 0
    /// `clock.advanced` events up to the end.
    var clockAdvances = 0
    var refused = 0
    private(set) var earliest: Timestamp?
    private(set) var latest: Timestamp?

    @inline(__always)
    mutating func note(_ type: EventType, at time: Timestamp) {
        countsByType[Int(type.rawValue)] += 1
        if earliest.map({ time < $0 }) ?? true { earliest = time }
        if latest.map({ time > $0 }) ?? true { latest = time }
    }

    mutating func add(_ other: StreamStatistics) {
        for index in countsByType.indices { countsByType[index] += other.countsByType[index] }
        afterEnd += other.afterEnd
        clockAdvances += other.clockAdvances
        refused += other.refused
        earliest = [earliest, other.earliest].compactMap(\.self).min()
        latest = [latest, other.latest].compactMap(\.self).max()
    }

    /// The number of all events, valid or not.
    var total: Int { countsByType.reduce(refused, +) }
}
