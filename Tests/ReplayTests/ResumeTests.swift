import Payments
import SourceText
import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("A replay that goes on from a checkpoint")
struct ResumeTests {
    private static let created =
        #"{"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"p","client":"c","#
        + #""method":"card","amount":1,"currency":"EUR"}"#
    private static let attempted =
        #"{"type":"payment.attempted","at":"2026-01-05T10:00:00Z","payment":"p","attempt":"a"}"#
    private static func clock(_ time: String) -> String {
        #"{"type":"clock.advanced","at":"2026-01-05T\#(time)Z"}"#
    }
    private static func succeeded(_ time: String) -> String {
        #"{"type":"gateway.result","at":"2026-01-05T\#(time)Z","payment":"p","attempt":"a","#
            + #""outcome":"succeeded"}"#
    }

    /// A checkpoint after these lines, in the folder of the run that is to go on from it.
    private static func resuming(after lines: [String]) throws -> ReplayRun {
        var first = try ReplayRun()
        let path = first.folder.path("checkpoint")
        first.checkpointPath = path
        _ = try first(lines)
        var second = try ReplayRun()
        second.resumedPath = try second.folder.write(
            "checkpoint", bytes: try #require(first.folder.read("checkpoint")))
        return second
    }

    @Test(
        "refuses events that are older than its clock, and points at their times",
        arguments: ["10:29:59.999999999", "10:00:00", "09:00:00"])
    func older(time: String) throws {
        let run = try Self.resuming(after: [Self.created, Self.clock("10:30:00")])
        let line = Self.clock(time)
        for (name, text) in [("e.ndjson", line), ("e.json", "[\(line)]")] {
            guard case .refused(let refusal) = try run([(name, Array(text.utf8))]) else {
                Issue.record("accepted \(time) in \(name)")
                continue
            }
            #expect(refusal.diagnostics.map(\.code.name) == ["event-before-checkpoint"])
            let span = try #require(refusal.diagnostics.first).span
            var table = LineTable(span.source)
            let column = #"{"type":"clock.advanced","at":"#.count + (name == "e.json" ? 2 : 1)
            #expect(table.location(at: span.range.start) == Location(line: 1, column: column))
            #expect(try run.outputNames.isEmpty)
        }
    }

    @Test("takes events at its very clock", arguments: ["e.ndjson", "e.json"])
    func sameTime(name: String) throws {
        let run = try Self.resuming(after: [Self.created, Self.clock("10:30:00")])
        let line = Self.clock("10:30:00")
        let text = name.hasSuffix(".json") ? "[\(line)]" : line
        guard case .finished = try run([(name, Array(text.utf8))]) else {
            Issue.record("refused")
            return
        }
    }

    @Test("quarantines older events, and replays the rest as if they were not there")
    func quarantined() throws {
        // Enough lines of one shape that their shape is known when the older ones come.
        let known = (10..<40).map { Self.clock("11:00:\($0)") }
        var run = try Self.resuming(after: [Self.created, Self.attempted, Self.clock("10:10:00")])
        run.onInvalid = .quarantine
        let lines = known + [Self.succeeded("10:09:59"), Self.clock("08:00:00")] + known
        guard case .finished(let result) = try run(lines) else {
            Issue.record("refused")
            return
        }
        #expect(result.rejectedCount == 2)
        let rejected = try run.output("rejected.ndjson").split(separator: "\n")
        #expect(rejected.count == 2)
        #expect(rejected.allSatisfy { $0.contains("event-before-checkpoint: ") })
        #expect(try run.output("states.json").contains(#""status":"waiting-for-payment""#))
    }

    @Test("refuses older events in its own order, too: with unsorted lines around them")
    func unsorted() throws {
        let run = try Self.resuming(after: [Self.created, Self.clock("10:10:00")])
        let lines = [
            Self.succeeded("10:40:00"), Self.attempted.replacing("10:00:00", with: "10:20:00"),
            Self.succeeded("10:00:00"),
        ]
        guard case .refused(let refusal) = try run(lines) else {
            Issue.record("accepted")
            return
        }
        #expect(refusal.diagnostics.map(\.code.name) == ["event-before-checkpoint"])
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let result: String
        let rules: [String]
        var testDescription: String { name }
    }

    /// The deadline is 10:15.
    @Test(
        "has not fired the timers that are due at its clock yet",
        arguments: [
            Row(
                name: "a result at the deadline is in time", result: "10:15:00",
                rules: ["payment-created", "attempt-started", "paid"]),
            Row(
                name: "a result after it is late", result: "10:15:00.000000001",
                rules: ["payment-created", "attempt-started", "period-expired", "paid-late"]),
        ])
    func deadline(row: Row) throws {
        let before = [Self.created, Self.attempted, Self.clock("10:15:00")]
        let run = try Self.resuming(after: before)
        _ = try run([Self.succeeded(row.result)])
        let whole = try ReplayRun()
        _ = try whole(before + [Self.succeeded(row.result)])
        for written in [run, whole] {
            let trace = try written.output("trace.ndjson").split(separator: "\n")
            let rules = trace.compactMap { $0.firstMatch(of: /"rule":"([a-z-]+)"/)?.1 }
            #expect(rules.map(String.init) == row.rules)
        }
        #expect(try run.output("states.json") == whole.output("states.json"))
        #expect(try run.output("balances.json") == whole.output("balances.json"))
    }

    @Test("fires what is due at its clock where nothing more comes")
    func nothingMore() throws {
        let before = [Self.created, Self.attempted, Self.clock("10:15:00")]
        let run = try Self.resuming(after: before)
        _ = try run([String]())
        #expect(try run.output("trace.ndjson").contains("period-expired"))
        #expect(try run.output("states.json").contains(#""clock":"2026-01-05T10:15:00Z""#))
    }

    @Test("of a stream without events is one from the start")
    func empty() throws {
        let run = try Self.resuming(after: [])
        let whole = try ReplayRun()
        _ = try run([Self.created, Self.attempted])
        _ = try whole([Self.created, Self.attempted])
        for name in ["states.json", "balances.json", "anomalies.json"] {
            #expect(try run.output(name) == whole.output(name), "\(name)")
        }
        #expect(try run.output("report.json").contains(#""files":2"#))
    }

    @Test("stands where `--until` stopped the clock, and takes what comes from then on")
    func until() throws {
        var first = try ReplayRun()
        first.until = Timestamp(text: "2026-01-05T10:10:00Z")
        first.checkpointPath = first.folder.path("checkpoint")
        _ = try first([Self.created, Self.attempted, Self.succeeded("10:12:00")])
        var second = try ReplayRun()
        second.resumedPath = first.folder.path("checkpoint")
        guard case .refused = try second([Self.clock("10:09:00")]) else {
            Issue.record("accepted an event from before")
            return
        }
        _ = try second([Self.succeeded("10:12:00")])
        #expect(try second.output("states.json").contains(#""status":"completed""#))
        withExtendedLifetime(first) {}
    }
}
