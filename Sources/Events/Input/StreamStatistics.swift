package import Payments

/// What the report says of a stream before any event is applied. Sums of parts are the whole's.
package struct StreamStatistics: Sendable, BitwiseCopyable {
    /// The number of valid events of each type.
    package private(set) var countsByType = EventCounts()
    package var afterEnd = 0
    /// `clock.advanced` events up to the end.
    package var clockAdvances = 0
    package var refused = 0
    private var first = Int64.max
    private var last = Int64.min

    /// Nothing yet.
    package init() {}

    /// What was counted before.
    package init(
        countsByType: EventCounts, afterEnd: Int, clockAdvances: Int, refused: Int,
        earliest: Timestamp?, latest: Timestamp?
    ) {
        self.countsByType = countsByType
        self.afterEnd = afterEnd
        self.clockAdvances = clockAdvances
        self.refused = refused
        first = earliest?.nanoseconds ?? .max
        last = latest?.nanoseconds ?? .min
    }

    @inline(__always)
    package mutating func note(_ type: EventType, at time: Timestamp) {
        countsByType[type] &+= 1
        first = min(first, time.nanoseconds)
        last = max(last, time.nanoseconds)
    }

    package mutating func add(_ other: StreamStatistics) {
        for type in EventType.allCases { countsByType[type] += other.countsByType[type] }
        afterEnd += other.afterEnd
        clockAdvances += other.clockAdvances
        refused += other.refused
        first = min(first, other.first)
        last = max(last, other.last)
    }

    /// The times of the earliest and of the latest valid event; nil where there is none.
    package var earliest: Timestamp? { first > last ? nil : Timestamp(nanoseconds: first) }
    package var latest: Timestamp? { first > last ? nil : Timestamp(nanoseconds: last) }

    /// The number of all events, valid or not.
    package var total: Int { refused + countsByType.total }
}
