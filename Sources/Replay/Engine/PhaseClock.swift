/// Where the time of a replay goes. Library code reads no clock: callers that want to know pass one.
public struct PhaseTimes: Sendable, Equatable {
    /// Nanoseconds of all threads together.
    public var reading: UInt64 = 0
    public var parsing: UInt64 = 0
    public var applying: UInt64 = 0
    /// Nanoseconds from the start of writing to its end, however many threads take part.
    public var writing: UInt64 = 0

    /// No time at all.
    public init() {}

    static func + (left: PhaseTimes, right: PhaseTimes) -> PhaseTimes {
        var sum = left
        sum.reading += right.reading
        sum.parsing += right.parsing
        sum.applying += right.applying
        sum.writing += right.writing
        return sum
    }
}

/// Measures the phases of one thread, or nothing where there is no clock.
struct PhaseClock {
    private let now: (@Sendable () -> UInt64)?
    private(set) var times = PhaseTimes()

    init(_ now: (@Sendable () -> UInt64)?) {
        self.now = now
    }

    var isRunning: Bool { now != nil }

    /// Adds the time that `body` takes to `phase`.
    mutating func measure<Result>(
        _ phase: WritableKeyPath<PhaseTimes, UInt64>, _ body: () throws -> Result
    ) rethrows -> Result {
        guard let now else { return try body() }
        let start = now()
        defer { times[keyPath: phase] += now() &- start }
        return try body()
    }
}
