internal import Payments

/// What the report says of a stream before any event is applied. Sums of parts are the whole's.
struct StreamStatistics: Sendable, BitwiseCopyable {
    /// The number of valid events of each type, by raw value.
    private(set) var countsByType = InlineArray<4, Int>(repeating: 0)
    var afterEnd = 0
    /// `clock.advanced` events up to the end.
    var clockAdvances = 0
    var refused = 0
    private var first = Int64.max
    private var last = Int64.min

    @inline(__always)
    mutating func note(_ type: EventType, at time: Timestamp) {
        countsByType[Int(type.rawValue)] &+= 1
        first = min(first, time.nanoseconds)
        last = max(last, time.nanoseconds)
    }

    mutating func add(_ other: StreamStatistics) {
        for index in countsByType.indices { countsByType[index] += other.countsByType[index] }
        afterEnd += other.afterEnd
        clockAdvances += other.clockAdvances
        refused += other.refused
        first = min(first, other.first)
        last = max(last, other.last)
    }

    /// The times of the earliest and of the latest valid event; nil where there is none.
    var earliest: Timestamp? { first > last ? nil : Timestamp(nanoseconds: first) }
    var latest: Timestamp? { first > last ? nil : Timestamp(nanoseconds: last) }

    /// The number of all events, valid or not.
    var total: Int { countsByType.indices.reduce(refused) { $0 + countsByType[$1] } }
}
