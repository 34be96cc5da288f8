import Files
import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("A replay within a limit of memory", .serialized)
struct BoundedReplayTests {
    /// Payments with failed attempts whose messages are so long that a partition of all of them is
    /// larger than the 24 MiB that a replay with the least memory has for one.
    private static func lines(payments: Int, messageBytes: Int, isSorted: Bool) -> [String] {
        let message = String(repeating: "insufficient funds, ", count: messageBytes / 20)
        var lines: [String] = []
        for (second, name) in ["created", "attempted", "failed"].enumerated() {
            for payment in 0..<payments {
                let time = #""at":"2026-01-05T10:0\#(isSorted ? second : 9 - second):00Z""#
                let head = #"{"payment":"p-\#(payment)",\#(time),"#
                switch name {
                case "created":
                    lines.append(
                        head + #""type":"payment.created","client":"c","method":"card","#
                            + #""amount":1,"currency":"EUR"}"#)
                case "attempted":
                    lines.append(head + #""type":"payment.attempted","attempt":"a"}"#)
                default:
                    lines.append(
                        head + #""type":"gateway.result","attempt":"a","outcome":"failed","#
                            + #""error":{"code":"\#(payment)","message":"\#(payment) \#(message)"}}"#
                    )
                }
            }
        }
        return lines
    }

    @Test("cuts what does not fit again, and writes the same", arguments: [true, false])
    func cutting(isSorted: Bool) throws {
        let lines = Self.lines(payments: 44, messageBytes: 600_000, isSorted: isSorted)
        let inputs = try SharedInputs([Array(lines[..<60]), Array(lines[60...])])
        let expected = try inputs.replay(ReplayWay(keepsTrace: false))
        let forced = ReplayWay(memoryLimitBytes: 1, partitions: 1, keepsTrace: false)
        expectSame(try inputs.replay(forced), expected, "forced to cut")
        guard !isSorted else { return }
        let limited = ReplayWay(threads: 2, memoryLimitBytes: 64 << 20, keepsTrace: false)
        expectSame(try inputs.replay(limited), expected, "limited")
    }

    @Test("cuts results with the texts that their signatures are of")
    func signed() throws {
        let lines = Self.lines(payments: 44, messageBytes: 600_000, isSorted: true)
        let keys = try SignedStream.allKeys()
        var inputs = try SharedInputs([try SignedStream.sign(lines)])
        inputs.setup = SignedStream.setup
        var way = ReplayWay(keepsTrace: false, signatureKeys: keys)
        let expected = try inputs.replay(way)
        (way.memoryLimitBytes, way.partitions) = (1, 1)
        expectSame(try inputs.replay(way), expected, "forced to cut")
        let report = String(decoding: try #require(expected["report.json"]), as: UTF8.self)
        #expect(report.contains(#""signatures":{"valid":44,"invalid":0,"missing":0}"#))
    }

    @Test("cuts the payments of a checkpoint with their events")
    func resumed() throws {
        let lines = Self.lines(payments: 44, messageBytes: 600_000, isSorted: true)
        let later = (0..<50).map {
            #"{"payment":"p-\#($0)","at":"2026-01-05T10:30:00Z","type":"payment.attempted","#
                + #""attempt":"b"}"#
        }
        let inputs = try SharedInputs([lines, later])
        let expected = try inputs.replay(ReplayWay(keepsTrace: false))
        let checkpoint = try inputs.replay(ReplayWay(keepsTrace: false), files: 0..<1)["checkpoint"]
        let forced = ReplayWay(memoryLimitBytes: 1, partitions: 1, keepsTrace: false)
        let written = try inputs.replay(forced, files: 1..<2, resuming: checkpoint)
        expectSame(written, expected, "resumed")
    }

    @Test("fails at a line that is too long to be held, before it is")
    func longLine() throws {
        let limit = ReplayRequest.leastMemoryBytes
        let most = ReplayLimits.lineBytes(limit)
        let head = #"{"type":"clock.advanced","at":"2026-01-05T10:00:00Z","x":""#
        // With its piece of 64 KiB.
        let sizes = [most - (1 << 16), most + (1 << 17)]
        for (size, fits) in zip(sizes, [true, false]) {
            let long = head + String(repeating: "x", count: size - head.utf8.count - 2) + "\"}"
            let filler = [String](repeating: long, count: 1 + (limit >> 2) / size)
            let inputs = try SharedInputs([filler])
            let way = ReplayWay(memoryLimitBytes: limit, keepsTrace: false)
            guard !fits else {
                #expect(try inputs.replay(way)["states.json"] != nil)
                continue
            }
            let failure = #expect(throws: ReplayFailure.self) { _ = try inputs.replay(way) }
            guard case .file(let error) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(error.cause == .lineLongerThan(limitBytes: most))
        }
    }

    @Test("fails where one payment alone is too large", arguments: [true, false])
    func tooSmall(isSorted: Bool) throws {
        let head = #"{"payment":"p","at":"2026-01-05T10:"#
        let message = String(repeating: "try again later, ", count: 60_000)
        var lines = [
            head + #"00:00Z","type":"payment.created","client":"c","method":"card","amount":1,"#
                + #""currency":"EUR"}"#
        ]
        for attempt in 10..<40 {
            lines.append(
                head + #"\#(attempt):00Z","type":"payment.attempted","attempt":"a-\#(attempt)"}"#)
            lines.append(
                head + #"\#(attempt):30Z","type":"gateway.result","attempt":"a-\#(attempt)","#
                    + #""outcome":"failed","error":{"message":"\#(attempt) \#(message)"}}"#)
        }
        let inputs = try SharedInputs([isSorted ? lines : lines.reversed()])
        let limit = ReplayRequest.leastMemoryBytes
        let failure = #expect(throws: ReplayFailure.self) {
            _ = try inputs.replay(ReplayWay(memoryLimitBytes: limit, keepsTrace: false))
        }
        guard case .memoryTooSmall(let limitBytes, let partBytes) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(limitBytes == limit && partBytes > 30 * 1_000_000)
    }
}
