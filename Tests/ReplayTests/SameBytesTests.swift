import Payments
import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("What a replay writes")
struct SameBytesTests {
    private static let names = [
        "anomalies.json", "balances.json", "checkpoint", "rejected.ndjson", "report.json",
        "states.json", "trace.ndjson",
    ]

    @Test(
        "is the same with any number of threads and any memory", arguments: 0..<3 as Range<UInt64>)
    func ways(seed: UInt64) throws {
        let stream = VariedStream(seed: seed)
        let inputs = try SharedInputs(stream.files(cutAt: [70]))
        let expected = try inputs.replay(ReplayWay())
        #expect(expected.keys.sorted() == Self.names, "seed \(seed)")
        #expect(expected["states.json"]?.count ?? 0 > 5_000, "seed \(seed): states worth comparing")
        for way in ReplayWay.all.dropFirst() {
            let written = try inputs.replay(way)
            expectSame(written, expected, "seed \(seed), \(way.testDescription)")
        }
    }

    @Test(
        "is the same where the clock stops before the last event, or long after it",
        arguments: [1_767_500_000, 1_767_610_000, 1_767_700_000])
    func until(seconds: Int64) throws {
        let inputs = try SharedInputs(VariedStream(seed: 5).files(cutAt: [70]))
        let end = Timestamp(nanoseconds: seconds * 1_000_000_000)
        let expected = try inputs.replay(ReplayWay(until: end))
        for way in ReplayWay.all.dropFirst() {
            var way = way
            way.until = end
            expectSame(try inputs.replay(way), expected, "\(end.text), \(way.testDescription)")
        }
    }

    @Test("is the same in one go and resumed at any place", arguments: 10..<12 as Range<UInt64>)
    func resumed(seed: UInt64) throws {
        let stream = VariedStream(seed: seed)
        for cut in [0, 55, 110, stream.lines.count] {
            let inputs = try SharedInputs(stream.files(cutAt: [cut]))
            let expected = try inputs.replay(ReplayWay())
            let checkpoint = try Self.checkpoint(of: inputs, "seed \(seed), cut \(cut)")
            for way in ReplayWay.all {
                let resumed = try inputs.replay(way, files: 1..<2, resuming: checkpoint)
                expectSame(
                    resumed, expected, "seed \(seed), cut \(cut), \(way.testDescription)")
            }
        }
    }

    /// The checkpoint after the first file, which is the same in all ways.
    private static func checkpoint(of inputs: SharedInputs, _ comment: String) throws -> [UInt8] {
        let first = try inputs.replay(ReplayWay(), files: 0..<1)
        for way in ReplayWay.all.dropFirst() {
            let other = try inputs.replay(way, files: 0..<1)
            expectSame(other, first, "\(comment), \(way.testDescription)")
        }
        return try #require(first["checkpoint"])
    }

    @Test("is the same through a chain of checkpoints", arguments: 20..<22 as Range<UInt64>)
    func chain(seed: UInt64) throws {
        let stream = VariedStream(seed: seed)
        let cuts = Array(stride(from: 20, to: stream.lines.count, by: 20))
        let inputs = try SharedInputs(stream.files(cutAt: cuts))
        let expected = try inputs.replay(ReplayWay())
        var last: [String: [UInt8]] = [:]
        for file in inputs.paths.indices {
            let way = ReplayWay.all[file % ReplayWay.all.count]
            last = try inputs.replay(way, files: file..<(file + 1), resuming: last["checkpoint"])
        }
        expectSame(last, expected, "seed \(seed)")
    }

    @Test(
        "of states is the same for lines in any order, resumed too",
        arguments: 30..<32 as Range<UInt64>)
    func shuffled(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let files = VariedStream(seed: seed, invalidPerMille: 0).files(cutAt: [80])
        let sorted = try SharedInputs(files).replay(ReplayWay())
        let inputs = try SharedInputs(files.map { $0.shuffled(using: &random) })
        for way in ReplayWay.all {
            let once = try inputs.replay(way)
            let first = try inputs.replay(way, files: 0..<1)
            let second = try inputs.replay(way, files: 1..<2, resuming: first["checkpoint"])
            for written in [once, second] {
                expectSame(
                    written, sorted, only: ["states.json", "balances.json"],
                    "seed \(seed), \(way.testDescription)")
            }
        }
    }

    @Test("without a trace is the same after a checkpoint with one or without")
    func withoutTrace() throws {
        let inputs = try SharedInputs(VariedStream(seed: 40).files(cutAt: [80]))
        for limit in [nil, 1] {
            var way = ReplayWay(threads: 2, memoryLimitBytes: limit)
            let traced = try inputs.replay(way, files: 0..<1)
            way.keepsTrace = false
            let untraced = try inputs.replay(way, files: 0..<1)
            let expected = try inputs.replay(way)
            #expect(expected["trace.ndjson"] == nil)
            for first in [traced, untraced] {
                let second = try inputs.replay(way, files: 1..<2, resuming: first["checkpoint"])
                let names = ["states.json", "balances.json", "anomalies.json", "checkpoint"]
                expectSame(second, expected, only: names, way.testDescription)
            }
        }
    }
}
