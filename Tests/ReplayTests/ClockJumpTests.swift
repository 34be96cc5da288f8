import Payments
import Replay
import TestSupport
import Testing

@Suite("An event that is dated far beyond all others")
struct ClockJumpTests {
    private static func lines(_ times: [String]) -> [String] {
        times.enumerated().map { number, time in
            #"{"type":"payment.created","at":"\#(time)","payment":"p\#(number)","client":"c","#
                + #""method":"card","amount":1,"currency":"EUR"}"#
        }
    }

    private static func result(_ run: ReplayRun, _ lines: [String]) throws -> ReplayResult {
        guard case .finished(let result) = try run(lines) else { throw Refused() }
        return result
    }

    private struct Refused: Error {}

    /// A minute apart each.
    private static let usual = (10..<50).map { "2026-01-05T10:\($0):00Z" }

    @Test("is named, wherever it is, with the report", arguments: [0, 7, 40])
    func named(index: Int) throws {
        let run = try ReplayRun()
        var times = Self.usual
        times.insert("2206-01-05T10:00:00Z", at: index)
        let jump = try #require(try Self.result(run, Self.lines(times)).clockJump)
        #expect(jump.line == index + 1)
        #expect(jump.path == run.folder.path("events.ndjson"))
        #expect(jump.before.text == "2026-01-05T10:49:00Z")
        #expect(jump.end.text == "2206-01-05T10:00:00Z")
        #expect((jump.years, jump.eventCount) == (180, 1))
        #expect(
            try run.output("report.json").contains(
                #""jump":{"after":"2026-01-05T10:49:00Z","events":1,"file":""#))
    }

    @Test("is named in an array, too, as the first of several")
    func array() throws {
        let run = try ReplayRun()
        let times = Self.usual + ["2206-01-05T10:00:00Z", "2206-02-05T10:00:00Z"]
        let text = "[\n" + Self.lines(times).joined(separator: ",\n") + "\n]\n"
        guard case .finished(let result) = try run([("events.json", Array(text.utf8))]) else {
            throw Refused()
        }
        let jump = try #require(result.clockJump)
        #expect((jump.line, jump.eventCount) == (42, 2))
    }

    @Test("is found among many blocks, whatever the number of threads", arguments: [1, 3])
    func manyBlocks(threads: Int) throws {
        var run = try ReplayRun()
        run.threads = threads
        let note = String(repeating: "n", count: 3000)
        var lines = Self.lines((0..<400).map { _ in "2026-01-05T10:00:00Z" })
        lines = lines.map { $0.dropLast() + #","note":"\#(note)"}"# }
        lines[123] = lines[123].replacing("2026", with: "2126")
        let jump = try #require(try Self.result(run, lines).clockJump)
        #expect((jump.line, jump.years) == (124, 100))
    }

    @Test(
        "is no jump where the stream goes on for years, most events are there, or the clock stops before",
        arguments: [
            usual + ["2026-12-05T10:00:00Z"],
            (2010..<2026).map { "\($0)-01-05T10:00:00Z" } + ["2030-01-05T10:00:00Z"],
            ["2026-01-05T10:00:00Z"] + usual.map { $0.replacing("2026", with: "2036") },
            ["2026-01-05T10:00:00Z"], [],
        ])
    func none(times: [String]) throws {
        #expect(try Self.result(ReplayRun(), Self.lines(times)).clockJump == nil)
    }

    @Test("is not looked for where --until says when the clock stops")
    func until() throws {
        var run = try ReplayRun()
        run.until = .init(text: "2300-01-01T00:00:00Z") ?? .init(text: "2250-01-01T00:00:00Z")
        let lines = Self.lines(Self.usual + ["2206-01-05T10:00:00Z"])
        #expect(try Self.result(run, lines).clockJump == nil)
    }
}
