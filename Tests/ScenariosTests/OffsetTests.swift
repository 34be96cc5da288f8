import Payments
import Scenarios
import TestSupport
import Testing

@Suite("Offsets")
struct OffsetTests {
    private static let rows: [(text: String, nanoseconds: Int64?)] = [
        ("90s", 90_000_000_000), ("15m", 900_000_000_000), ("1h30m", 5_400_000_000_000),
        ("2d", 172_800_000_000_000), ("500ms", 500_000_000), ("0m", 0), ("1m1ms", 60_001_000_000),
        ("1d1h1m1s1ms", 90_061_001_000_000), ("106751d", 9_223_286_400_000_000_000),
        ("", nil), ("m", nil), ("1", nil), ("1x", nil), ("1m1m", nil), ("1m1h", nil),
        ("1ms1s", nil), ("1.5h", nil), ("-1m", nil), (" 1m", nil), ("1 m", nil), ("1M", nil),
        ("106752d", nil), ("9223372036854775808s", nil), ("106751d24h", nil), ("1us", nil),
    ]

    @Test("are units of time, each once, the greatest first", arguments: rows)
    func parsing(row: (text: String, nanoseconds: Int64?)) {
        #expect(Offset.nanoseconds(row.text) == row.nanoseconds)
    }

    @Test("are written so that they are read again")
    func roundTrip() {
        var random = SeededGenerator(seed: 5)
        let start = Timestamp(nanoseconds: 1_767_225_600_000_000_000)
        for _ in 0..<2000 {
            let milliseconds = Int64.random(in: 0...(1 << Int64.random(in: 1...42)), using: &random)
            let time = Timestamp(nanoseconds: start.nanoseconds + milliseconds * 1_000_000)
            let text = Offset.text(time, from: start)
            #expect(Offset.nanoseconds(text) == milliseconds * 1_000_000, "\(text)")
        }
    }

    @Test("give way to instants where no offset is exact")
    func instants() {
        let start = Timestamp(nanoseconds: 1_767_225_600_000_000_000)
        let later = Timestamp(nanoseconds: start.nanoseconds + 1)
        #expect(Offset.text(later, from: start) == "2026-01-01T00:00:00.000000001Z")
        #expect(Offset.text(start, from: later) == "2026-01-01T00:00:00Z")
        #expect(Offset.text(.latest, from: .earliest) == Timestamp.latest.text)
    }
}
