import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("Durations in a histogram")
struct DurationHistogramTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let range: ClosedRange<UInt64>
        var testDescription: String { name }
    }

    private static let rows = [
        Row(name: "no time at all", range: 0...0), Row(name: "nanoseconds", range: 0...5000),
        Row(name: "milliseconds", range: 1_000_000...900_000_000),
        Row(name: "around a minute", range: 59_999_999_998...60_000_000_003),
        Row(name: "minutes", range: 0...3_600_000_000_000),
        Row(name: "around four weeks", range: 2_419_100_000_000_000...2_419_300_000_000_000),
        Row(name: "years", range: 0...18_397_670_399_999_999_999),
    ]

    private static func values(_ row: Row, _ random: inout SeededGenerator) -> [UInt64] {
        (0..<Int.random(in: 1...400, using: &random)).map { _ in
            // As many short ones as long ones.
            let shift = UInt64.random(in: 0..<20, using: &random)
            let value = UInt64.random(in: row.range, using: &random)
            return Bool.random(using: &random) ? max(row.range.lowerBound, value >> shift) : value
        }
    }

    @Test("have percentiles right to 0.1 %, and exact minutes", arguments: rows)
    func percentiles(row: Row) {
        for seed in 0..<2 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let values = Self.values(row, &random)
            var histogram = DurationHistogram()
            for value in values { histogram.add(value) }
            Self.expect(histogram, values, "seed \(seed)")
        }
    }

    @Test("of several histograms add up to those of one", arguments: rows)
    func sums(row: Row) {
        for seed in 10..<11 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            var (sum, all) = (DurationHistogram(), [UInt64]())
            for _ in 0..<4 {
                let values = Self.values(row, &random)
                var part = DurationHistogram()
                for value in values { part.add(value) }
                sum.add(part)
                all += values
            }
            sum.add(DurationHistogram())
            var whole = DurationHistogram()
            for value in all { whole.add(value) }
            for percent in [1, 50, 99] {
                #expect(sum.percentile(percent) == whole.percentile(percent), "seed \(seed)")
            }
            Self.expect(sum, all, "seed \(seed)")
        }
    }

    private static func expect(
        _ histogram: DurationHistogram, _ values: [UInt64], _ comment: Comment
    ) {
        let sorted = values.sorted()
        #expect(histogram.count == values.count && histogram.longest == sorted.last, comment)
        for percent in [50, 95, 100] {
            let exact = sorted[(sorted.count * percent + 99) / 100 - 1]
            let reported = histogram.percentile(percent) ?? .max
            let error = max(reported, exact) - min(reported, exact)
            #expect(error <= exact / 1000, "\(comment): \(percent) % of \(values.count)")
            #expect(values.contains(reported), comment)
            let minutes = max(1, (exact + 59_999_999_999) / 60_000_000_000)
            #expect(histogram.minutes(percent) == Int(minutes), comment)
        }
    }

    @Test("are none in one that nothing was added to")
    func empty() {
        let histogram = DurationHistogram()
        #expect(histogram.percentile(50) == nil && histogram.minutes(95) == nil)
        #expect(histogram.longest == nil && histogram.count == 0)
    }
}
