import Replay
import SourceText
import TestSupport
import Testing

@Suite("Invalid events")
struct RefusalTests {
    private static let created =
        #"{"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"p-1","client":"c-1","#
        + #""method":"card","amount":"10.00","currency":"EUR"}"#

    struct Row: Sendable, CustomTestStringConvertible {
        /// A line with `↓` before the byte that the finding must point at.
        let line: String
        let code: String
        var testDescription: String { "\(code) in \(line.prefix(80))" }
    }

    @Test(
        "are reported where they are wrong",
        arguments: [
            Row(line: #"↓[]"#, code: "event-not-an-object"),
            Row(line: #"↓{"at":"2026-01-05T10:00:00Z"}"#, code: "event-field-missing"),
            Row(line: #"{"type":↓"payment.made","at":"x"}"#, code: "event-type-unknown"),
            Row(line: #"{"type":↓3,"at":"x"}"#, code: "event-field-type"),
            Row(
                line: #"{"type":"clock.advanced","at":↓"2026-02-30T10:00:00Z"}"#,
                code: "event-time-invalid"),
            Row(
                line: #"↓{"type":"gateway.result","at":"2026-01-05T10:00:00Z","payment":"p"}"#,
                code: "event-field-missing"),
            Row(
                line: #"{"at":"2026-01-05T10:00:00Z","type":"clock.advanced","id":↓""}"#,
                code: "event-identifier-invalid"),
            Row(
                line:
                    #"{"type":"clock.advanced","at":"2026-01-05T10:00:00Z","at":↓"2026-01-05T10:00:00Z"}"#,
                code: "event-field-repeated"),
            Row(
                line: #"{"type":"clock.advanced","at":"2026-01-05T10:00:00Z"↓"#,
                code: "event-json-invalid"),
            Row(line: #"{"ключ":"é",↓}"#, code: "event-json-invalid"),
            Row(
                line: #"{"type":"clock.advanced","at":"2026-01-05T10:00:00Z","x":"↓\ud800"}"#,
                code: "event-lone-surrogate"),
            Row(
                line: #"{"type":"clock.advanced","at":"2026-01-05T10:00:00Z"} ↓{}"#,
                code: "event-json-invalid"),
            Row(
                line: #"{"type":"gateway.result","at":"2026-01-05T10:00:00Z","payment":"p","#
                    + #""attempt":"a","outcome":"succeeded","error":↓{}}"#,
                code: "event-field-misplaced"),
            Row(
                line: #"{"type":"gateway.result","at":"2026-01-05T10:00:00Z","payment":"p","#
                    + #""attempt":"a","outcome":"failed","error":↓{"code":1}}"#,
                code: "event-error-invalid"),
            Row(
                line: #"{"type":"gateway.result","at":"2026-01-05T10:00:00Z","payment":"p","#
                    + #""attempt":"a","outcome":↓"pending"}"#,
                code: "event-outcome-unknown"),
            Row(
                line: #"{"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"p-1","#
                    + #""client":"c-1","method":"card","amount":↓"10.001","currency":"EUR"}"#,
                code: "event-amount-invalid"),
            Row(
                line: #"{"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"p-1","#
                    + #""client":"c-1","method":"card","amount":10,"currency":↓"XAU"}"#,
                code: "event-currency-unknown"),
        ])
    func positions(row: Row) throws {
        let line = row.line.replacing("↓", with: "")
        let before = try #require(
            row.line.split(separator: "↓", omittingEmptySubsequences: false).first)
        let refusal = try refusal(of: [Self.created, "", line])
        let finding = try #require(refusal.diagnostics.first)
        #expect(refusal.diagnostics.map(\.code.name) == [row.code])
        var table = LineTable(finding.span.source)
        let place = table.location(at: finding.span.range.start)
        #expect(place == Location(line: 3, column: before.unicodeScalars.count + 1))
    }

    @Test("in an array over several lines are reported with their ends, and LF alone ends a line")
    func severalLines() throws {
        let text = "[\n  {\r\n    \"at\": \"2026-01-05T10:00:00Z\",\r\"é\": 1\n  }\n]"
        guard case .refused(let refusal) = try ReplayRun()([("events.json", Array(text.utf8))])
        else {
            Issue.record("accepted")
            return
        }
        let span = try #require(refusal.diagnostics.first).span
        var table = LineTable(span.source)
        #expect(table.location(at: span.range.start) == Location(line: 2, column: 3))
        #expect(table.location(at: span.range.end) == Location(line: 4, column: 4))
    }

    @Test("of an array on one line are found in time that grows with the array")
    func oneLine() throws {
        let good = Self.created + ","
        let padding = String(repeating: good, count: 20_000)
        let text = "[" + padding + (0..<100).map { _ in "{}" }.joined(separator: ",") + "]"
        guard case .refused(let refusal) = try ReplayRun()([("events.json", Array(text.utf8))])
        else {
            Issue.record("accepted")
            return
        }
        let columns = refusal.diagnostics.map { diagnostic in
            var table = LineTable(diagnostic.span.source)
            return table.location(at: diagnostic.span.range.start).column
        }
        let first = 2 + good.utf8.count * 20_000
        #expect(columns == (0..<100).map { first + $0 * 3 })
    }

    @Test("of one kind each are all reported for one event")
    func severalReasons() throws {
        let line =
            #"{"type":"payment.created","at":"noon","payment":"","client":"c","method":"m","#
            + #""amount":0,"currency":"eur"}"#
        #expect(
            try refusal(of: [line]).diagnostics.map(\.code.name) == [
                "event-time-invalid", "event-identifier-invalid", "event-amount-invalid",
                "event-currency-unknown",
            ])
    }

    @Test("beyond the first hundred are counted, and nothing is written")
    func limit() throws {
        let run = try ReplayRun()
        let outcome = try run([Self.created] + [String](repeating: "{}", count: 250))
        guard case .refused(let refusal) = outcome else {
            Issue.record("accepted")
            return
        }
        #expect(refusal.diagnostics.count == 101 && refusal.unreportedEvents == 150)
        #expect(refusal.diagnostics.last?.code.name == "events-unreported")
        #expect(try run.outputNames.isEmpty)
    }

    @Test("are quarantined with their place, their reasons and their bytes")
    func quarantine() throws {
        var run = try ReplayRun()
        run.onInvalid = .quarantine
        let bytes = Array((Self.created + "\r\n{}\r\n").utf8) + [0xFF, 0x0A]
        _ = try run([("events.ndjson", bytes)])
        let rows = try run.output("rejected.ndjson").split(separator: "\n")
        #expect(rows.count == 2)
        #expect(rows[0].contains(#""line":2,"reasons":["event-field-missing: "#))
        #expect(rows[0].hasSuffix(#""raw":"{}"}"#))
        #expect(rows[1].contains(#""line":3,"reasons":["event-not-utf-8: "#))
        #expect(rows[1].hasSuffix(#""rawBase64":"/w=="}"#))
        #expect(try run.output("states.json").contains("p-1"))
    }

    @Test(
        "cannot be quarantined out of an array that is broken as JSON",
        arguments: [
            "", " ", "{}", "[", "[{}", "[{},", "[{},]", "[]]", "[{} {}]", "[\"\u{1}\"]",
            "\u{FEFF}[]",
        ])
    func brokenArray(text: String) throws {
        var run = try ReplayRun()
        run.onInvalid = .quarantine
        guard case .refused(let refusal) = try run([("events.json", Array(text.utf8))]) else {
            Issue.record("accepted")
            return
        }
        #expect(refusal.diagnostics.map(\.code.name) == ["event-json-invalid"])
        #expect(try run.outputNames.isEmpty)
    }

    @Test("that are not JSON are found in lines torn or mangled anywhere", arguments: 0..<8)
    func mangled(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            var bytes = Array(Self.created.utf8)
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes.removeSubrange(place...)
            case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
            default: bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
            }
            var run = try ReplayRun()
            run.onInvalid = .quarantine
            // Whatever it is, each line ends as an event or as a rejected one.
            let outcome = try run([("events.ndjson", bytes)])
            guard case .finished(let result) = outcome else {
                Issue.record("seed \(seed): refused \(bytes)")
                return
            }
            let rejected = try run.output("rejected.ndjson").split(separator: "\n")
            #expect(result.rejectedCount == rejected.count, "seed \(seed): \(bytes)")
            #expect(!rejected.contains { $0.contains(#""reasons":[]"#) }, "seed \(seed): \(bytes)")
        }
    }

    private func refusal(of lines: [String]) throws -> ReplayRefusal {
        let outcome = try ReplayRun()(lines)
        guard case .refused(let refusal) = outcome else {
            Issue.record("accepted")
            return try #require(nil)
        }
        return refusal
    }
}
