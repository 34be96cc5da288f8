import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("The rejected events of a replay that goes on from a checkpoint")
struct ResumedRejectionTests {
    /// Lines as files of several days, some of them perhaps without any line.
    private static func days(
        of lines: [String], _ random: inout SeededGenerator
    ) throws -> SharedInputs {
        let cuts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            Int.random(in: 0...lines.count, using: &random)
        }
        let bounds = [0] + cuts.sorted() + [lines.count]
        return try SharedInputs(zip(bounds, bounds.dropFirst()).map { Array(lines[$0..<$1]) })
    }

    /// Replays the files one by one, each in some way, and gives what the last one wrote.
    private static func replayDaily(
        _ inputs: SharedInputs, _ random: inout SeededGenerator,
        lastDay policy: InvalidEventPolicy = .quarantine
    ) throws -> [String: [UInt8]] {
        var last: [String: [UInt8]] = [:]
        for file in inputs.paths.indices {
            var way = try #require(ReplayWay.all.randomElement(using: &random))
            let isLast = file == inputs.paths.count - 1
            way.writesOutputs = isLast || Bool.random(using: &random)
            way.onInvalid = isLast ? policy : .quarantine
            last = try inputs.replay(way, files: file..<(file + 1), resuming: last["checkpoint"])
        }
        return last
    }

    @Test(
        "are those of one replay, however the stream is cut into days",
        arguments: 0..<24 as Range<UInt64>)
    func days(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let lines = VariedStream(seed: seed, count: 80, invalidPerMille: 250).lines
        let inputs = try Self.days(of: lines, &random)
        let expected = try inputs.replay(ReplayWay())
        #expect(expected["rejected.ndjson"]?.isEmpty == false, "seed \(seed)")
        let daily = try Self.replayDaily(inputs, &random)
        expectSame(daily, expected, "seed \(seed)")
    }

    @Test(
        "are kept by a day that fails on invalid events and has none",
        arguments: 100..<108 as Range<UInt64>)
    func failing(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let first = VariedStream(seed: seed, count: 40, invalidPerMille: 400).lines
        let clock = #"{"type":"clock.advanced","at":"2027-01-05T10:00:00Z"}"#
        let inputs = try SharedInputs([first, [clock]])
        let expected = try inputs.replay(ReplayWay())
        #expect(expected["rejected.ndjson"]?.isEmpty == false, "seed \(seed)")
        let daily = try Self.replayDaily(inputs, &random, lastDay: .fail)
        expectSame(daily, expected, "seed \(seed)")
    }

    @Test("leave no file where there are none and the last day fails on them", arguments: [1, 2])
    func none(threads: Int) throws {
        let inputs = try SharedInputs([
            VariedStream(seed: 1, count: 20, invalidPerMille: 0).lines, [],
        ])
        let first = try inputs.replay(ReplayWay(threads: threads), files: 0..<1)
        #expect(first["rejected.ndjson"] == [])
        let way = ReplayWay(threads: threads, onInvalid: .fail)
        let second = try inputs.replay(way, files: 1..<2, resuming: first["checkpoint"])
        #expect(second["states.json"] != nil && second["rejected.ndjson"] == nil)
        let third = try inputs.replay(ReplayWay(), files: 1..<2, resuming: second["checkpoint"])
        #expect(third["rejected.ndjson"] == [])
    }

    @Test("may be larger than what is written at a time", arguments: [nil, 1])
    func large(memoryLimitBytes: Int?) throws {
        let long = #"{"note":"\#(String(repeating: "\"\\", count: 1_500_000))"}"#
        let inputs = try SharedInputs([["{", long], [long, "}"], ["["]])
        let way = ReplayWay(memoryLimitBytes: memoryLimitBytes)
        let expected = try inputs.replay(way)
        #expect(expected["rejected.ndjson"]?.count ?? 0 > 12_000_000)
        var last: [String: [UInt8]] = [:]
        for file in inputs.paths.indices {
            last = try inputs.replay(way, files: file..<(file + 1), resuming: last["checkpoint"])
        }
        expectSame(last, expected, "\(way)")
    }
}
