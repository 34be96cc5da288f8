/// Counts durations in buckets of at most 1/2048 of their length, in the manner of HdrHistogram, so
/// that percentiles need memory by the number of different durations, not of all. Each bucket keeps the
/// longest duration it has seen: what is reported did occur.
struct DurationHistogram {
    private struct Bucket {
        var count = 0
        var longest: UInt64 = 0

        mutating func add(_ nanoseconds: UInt64) {
            count += 1
            longest = max(longest, nanoseconds)
        }
    }

    private var buckets: [Int: Bucket] = [:]
    /// Durations by the whole minutes that they fit in.
    private var countsByMinutes: [Int: Int] = [:]
    private(set) var count = 0
    private(set) var longest: UInt64?

    private static let precisionBits = 11
    private static let minute: UInt64 = 60_000_000_000

    /// Adds a duration in nanoseconds, of at most 583 years.
    mutating func add(_ nanoseconds: UInt64) {
        count += 1
        longest = max(longest ?? 0, nanoseconds)
        buckets[Self.bucket(nanoseconds), default: Bucket()].add(nanoseconds)
        // No processing period is shorter than a minute.
        let minutes = max(1, (nanoseconds + Self.minute - 1) / Self.minute)
        countsByMinutes[Int(minutes), default: 0] += 1
    }

    /// The nearest-rank percentile in nanoseconds, right to 1/2048; nil without durations.
    func percentile(_ percent: Int) -> UInt64? {
        rank(percent, buckets.mapValues(\.count)).flatMap { buckets[$0]?.longest }
    }

    /// The fewest whole minutes within which `percent` of the durations fit; exact.
    func minutes(_ percent: Int) -> Int? {
        rank(percent, countsByMinutes)
    }

    /// The key at which the running count first reaches the share.
    private func rank(_ percent: Int, _ counts: [Int: Int]) -> Int? {
        let wanted = (count * percent + 99) / 100
        var running = 0
        for key in counts.keys.sorted() {
            running += counts[key] ?? 0
            if running >= wanted { return key }
        }
        return nil
    }

    /// Ordered as the durations are: the exponent, then the leading bits.
    private static func bucket(_ nanoseconds: UInt64) -> Int {
        let exponent = 63 - (nanoseconds | 1).leadingZeroBitCount
        let shift = max(0, exponent - precisionBits)
        return shift << (precisionBits + 1) | Int(nanoseconds >> UInt64(shift))
    }
}
