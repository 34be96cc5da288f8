import Payments
import TestSupport
import Testing

@Suite("Timestamps")
struct TimestampTests {
    @Test(
        "are read as RFC 3339 and written in UTC with the fewest digits",
        arguments: [
            ("2026-01-05T10:00:00Z", "2026-01-05T10:00:00Z"),
            ("2026-01-05t10:00:00z", "2026-01-05T10:00:00Z"),
            ("2026-01-05T11:00:00+01:00", "2026-01-05T10:00:00Z"),
            ("2026-01-05T10:00:00-00:00", "2026-01-05T10:00:00Z"),
            ("2026-01-01T00:30:00+23:59", "2025-12-31T00:31:00Z"),
            ("2026-01-05T10:00:00.5Z", "2026-01-05T10:00:00.500Z"),
            ("2026-01-05T10:00:00.000100Z", "2026-01-05T10:00:00.000100Z"),
            ("2026-01-05T10:00:00.000000001Z", "2026-01-05T10:00:00.000000001Z"),
            ("2026-01-05T10:00:00.000000000Z", "2026-01-05T10:00:00Z"),
            ("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z"),
            ("2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z"),
            ("1678-01-01T00:00:00Z", "1678-01-01T00:00:00Z"),
            ("1677-12-31T23:30:00-01:00", "1678-01-01T00:30:00Z"),
            ("2260-12-31T23:59:59.999999999Z", "2260-12-31T23:59:59.999999999Z"),
            ("2261-01-01T00:30:00+01:00", "2260-12-31T23:30:00Z"),
            ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
        ])
    func reading(text: String, written: String) {
        #expect(Timestamp(text: text)?.text == written)
    }

    @Test(
        "that are not RFC 3339, not real or out of range are refused",
        arguments: [
            "", "2026-01-05", "2026-01-05T10:00:00", "2026-01-05 10:00:00Z", "2026-1-05T10:00:00Z",
            "2026-01-05T10:00:60Z", "2026-01-05T24:00:00Z", "2026-01-05T10:60:00Z",
            "2026-02-29T10:00:00Z", "1900-02-29T10:00:00Z", "2026-04-31T10:00:00Z",
            "2026-00-05T10:00:00Z", "2026-13-05T10:00:00Z", "2026-01-00T10:00:00Z",
            "2026-01-05T10:00:00.Z", "2026-01-05T10:00:00.0000000001Z", "2026-01-05T10:00:00+01",
            "2026-01-05T10:00:00+24:00", "2026-01-05T10:00:00+01:60", "2026-01-05T10:00:00+0100",
            "2026-01-05T10:00:00ZZ", " 2026-01-05T10:00:00Z", "2026-01-05T10:00:00Z ",
            "1677-12-31T23:59:59Z", "2261-01-01T00:00:00Z", "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z", "1678-01-01T00:30:00+01:00", "2260-12-31T23:30:00-01:00",
            "+2026-01-05T10:00:00Z", "2026-01-05T1a:00:00Z", "２026-01-05T10:00:00Z",
        ])
    func refusal(text: String) {
        #expect(Timestamp(text: text) == nil)
    }

    @Test("are not read from a date of NULs, whatever was read before")
    func fresh() {
        let text = [UInt8](repeating: 0, count: 10) + Array("T10:00:00Z".utf8)
        var reader = TimestampReader()
        #expect(text.withUnsafeBufferPointer { reader.read($0) } == nil)
        #expect(Timestamp(text: "1970-01-01T00:00:00Z")?.nanoseconds == 0)
    }

    @Test("come back from their text exactly", arguments: 0..<20)
    func roundTrip(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var reader = TimestampReader()
        for _ in 0..<500 {
            let range = Timestamp.earliest.nanoseconds...Timestamp.latest.nanoseconds
            let scale: Int64 =
                [1, 1000, 1_000_000, 1_000_000_000].randomElement(using: &random) ?? 1
            let instant = Timestamp(
                nanoseconds: Int64.random(in: range, using: &random) / scale * scale)
            let text = Array(instant.text.utf8)
            #expect(
                text.withUnsafeBufferPointer { reader.read($0) } == instant, "seed \(seed)")
        }
    }
}
