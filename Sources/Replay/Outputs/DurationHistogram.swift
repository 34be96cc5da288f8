/// Counts durations in buckets of at most 1/2048 of their length, in the manner of HdrHistogram, so
/// that percentiles need memory by the spread of the durations, not by their number. Each bucket keeps
/// the longest duration it has seen: what is reported did occur.
struct DurationHistogram {
    private struct Bucket {
        var count = 0
        var longest: UInt64 = 0

        mutating func add(_ other: Bucket) {
            count += other.count
            longest = max(longest, other.longest)
        }
    }

    /// Rows of equally many buckets, one for each power of two that occurred, one after the other.
    private var buckets: [Bucket] = []
    /// Where the row of each power of two begins; negative for none.
    private var rowStarts = InlineArray<53, Int>(repeating: -1)
    /// Durations by the whole minutes that they fit in: short ones by index, long ones by key.
    private var countsByMinutes: [Int] = []
    private var countsByLongMinutes: [Int: Int] = [:]
    private(set) var count = 0
    private(set) var longest: UInt64?

    private static let precisionBits = 11
    private static let rowCount = 1 << (precisionBits + 1)
    private static let minute: UInt64 = 60_000_000_000
    /// Four weeks.
    private static let shortMinutes = 40_320

    init() {
        assert(rowStarts.count == 64 - Self.precisionBits, "a row for each power of two")
    }

    /// Adds a duration in nanoseconds, of at most 583 years.
    @inline(__always)
    mutating func add(_ nanoseconds: UInt64) {
        count += 1
        longest = max(longest ?? 0, nanoseconds)
        add(Bucket(count: 1, longest: nanoseconds))
        // No processing period is shorter than a minute.
        let minutes = Int(max(1, (nanoseconds + Self.minute - 1) / Self.minute))
        add(minutes: minutes, count: 1)
    }

    /// Adds all durations of `other`.
    mutating func add(_ other: DurationHistogram) {
        count += other.count
        longest = [longest, other.longest].compactMap(\.self).max()
        for bucket in other.inOrder where bucket.count > 0 { add(bucket) }
        for (minutes, count) in other.countsByMinutes.enumerated() where count > 0 {
            add(minutes: minutes, count: count)
        }
        for (minutes, count) in other.countsByLongMinutes { add(minutes: minutes, count: count) }
    }

    @inline(__always)
    private mutating func add(_ bucket: Bucket) {
        let exponent = 63 - (bucket.longest | 1).leadingZeroBitCount
        let row = max(0, exponent - Self.precisionBits)
        if rowStarts[row] < 0 { addRow(row) }
        buckets[rowStarts[row] + Int(bucket.longest >> UInt64(row))].add(bucket)
    }

    @inline(never)
    private mutating func addRow(_ row: Int) {
        rowStarts[row] = buckets.count
        buckets.append(contentsOf: repeatElement(Bucket(), count: Self.rowCount))
    }

    /// The buckets of the powers of two that occurred, the shortest durations first.
    private var inOrder: some Sequence<Bucket> {
        rowStarts.indices.lazy.map { rowStarts[$0] }.filter { $0 >= 0 }
            .flatMap { buckets[$0..<$0 + Self.rowCount] }
    }

    @inline(__always)
    private mutating func add(minutes: Int, count: Int) {
        guard minutes < Self.shortMinutes else {
            countsByLongMinutes[minutes, default: 0] += count
            return
        }
        if countsByMinutes.count <= minutes {
            let missing = minutes + 1 - countsByMinutes.count
            countsByMinutes.append(contentsOf: repeatElement(0, count: missing))
        }
        countsByMinutes[minutes] += count
    }

    /// The nearest-rank percentile in nanoseconds, right to 1/2048; nil without durations.
    func percentile(_ percent: Int) -> UInt64? {
        var running = 0
        for bucket in inOrder where bucket.count > 0 {
            running += bucket.count
            if running >= wanted(percent) { return bucket.longest }
        }
        return nil
    }

    /// The fewest whole minutes within which `percent` of the durations fit; exact.
    func minutes(_ percent: Int) -> Int? {
        let short = countsByMinutes.enumerated().lazy.map {
            (minutes: $0.offset, count: $0.element)
        }
        let long = countsByLongMinutes.sorted { $0.key < $1.key }
        var running = 0
        for (minutes, count) in short where count > 0 {
            running += count
            if running >= wanted(percent) { return minutes }
        }
        for (minutes, count) in long {
            running += count
            if running >= wanted(percent) { return minutes }
        }
        return nil
    }

    /// The rank of a percentile.
    private func wanted(_ percent: Int) -> Int { (count * percent + 99) / 100 }
}
