import Foundation
import Replay
import TestSupport
import Testing

@Suite("The order of a stream")
struct OrderTests {
    private static let files = [
        "anomalies.json", "balances.json", "report.json", "states.json", "trace.ndjson",
    ]

    @Test("leaves states and balances as they are when lines are shuffled", arguments: 0..<12)
    func shuffled(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let stream = RandomStream(seed: seed)
        let (sorted, shuffled) = (try ReplayRun(), try ReplayRun())
        _ = try sorted(stream.lines)
        _ = try shuffled(stream.lines.shuffled(using: &random))
        for name in ["states.json", "balances.json"] {
            #expect(try sorted.output(name) == shuffled.output(name), "seed \(seed): \(name)")
        }
    }

    @Test("is the same for any number of threads", arguments: [2, 3, 4, 7])
    func threads(count: Int) throws {
        // Long enough for several blocks of input, so that every thread has work.
        let lines = RandomStream(seed: 5, count: 12_000, payments: 1_500).lines
        #expect(lines.joined().utf8.count > 5 * 256 * 1024)
        let single = try ReplayRun()
        var parallel = try ReplayRun()
        parallel.threads = count
        _ = try single(lines)
        _ = try parallel(lines)
        for name in Self.files {
            let expected = try single.output(name)
                .replacing(single.folder.path, with: parallel.folder.path)
            #expect(try parallel.output(name) == expected, "\(name)")
        }
    }

    @Test("is kept for equal times, across files and formats")
    func equalTimes() throws {
        let run = try ReplayRun()
        let created =
            #"{"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"p","client":"c","#
            + #""method":"card","amount":1,"currency":"EUR"}"#
        let attempted =
            #"{"type":"payment.attempted","at":"2026-01-05T10:00:00Z","payment":"p","attempt":"a"}"#
        _ = try run([
            ("late.ndjson", Array(#"{"type":"clock.advanced","at":"2026-01-06T00:00:00Z"}"#.utf8)),
            ("first.json", Array("[\n\(created)\n]".utf8)), ("second.jsonl", Array(attempted.utf8)),
        ])
        let trace = try run.output("trace.ndjson").split(separator: "\n")
        let rules = trace.compactMap { $0.firstMatch(of: /"rule":"([a-z-]+)"/)?.1 }
        #expect(rules == ["payment-created", "attempt-started", "period-expired"])
    }

    @Test("may span all the time that there is")
    func longest() throws {
        let run = try ReplayRun()
        let outcome = try run([
            #"{"type":"payment.created","at":"1678-01-01T00:00:00Z","payment":"p","client":"c","#
                + #""method":"cash","amount":1,"currency":"EUR"}"#,
            #"{"type":"payment.attempted","at":"1678-01-01T00:00:00Z","payment":"p","attempt":"a"}"#,
            #"{"type":"gateway.result","at":"2260-12-31T23:59:59.999999999Z","payment":"p","#
                + #""attempt":"a","outcome":"succeeded"}"#,
        ])
        guard case .finished = outcome else {
            Issue.record("refused")
            return
        }
        #expect(try run.output("report.json").contains(#""max":18397670399.999999999"#))
    }
}
