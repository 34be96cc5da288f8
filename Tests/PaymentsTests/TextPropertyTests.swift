import Payments
import TestSupport
import Testing

@Suite("Times and amounts as text")
struct TextPropertyTests {
    /// What RFC 3339 calls a time of day, worked out in another way.
    private static func expected(_ nanoseconds: Int64, date: String, dayStart: Int64) -> String {
        let inDay = nanoseconds - dayStart
        let (second, fraction) = (inDay / 1_000_000_000, inDay % 1_000_000_000)
        let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
        var digits = padded(fraction, 9)
        while digits.hasSuffix("000") { digits.removeLast(3) }
        return "\(date)T\(clock.joined(separator: ":"))\(digits.isEmpty ? "" : "." + digits)Z"
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    /// Days with their numbers since 1970-01-01.
    private static let days: [(date: String, number: Int64)] = [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
        ("2026-01-05", 20_458), ("1900-02-28", -25_509), ("1900-03-01", -25_508),
        ("1678-01-01", -106_650), ("2260-12-31", 106_285), ("1999-12-31", 10_956),
    ]
    private static let day: Int64 = 86_400_000_000_000

    @Test("near the borders of days are read and written exactly", arguments: days.indices)
    func borders(index: Int) {
        let (date, number) = Self.days[index]
        let start = number * Self.day
        let units: [Int64] = [1, 10, 1000, 1_000_000, 1_000_000_000, 60_000_000_000]
        let offsets: [Int64] = units + units.map { Self.day - $0 } + [0, Self.day / 2]
        var (writer, reader) = (TimestampText(), TimestampReader())
        for offset in offsets {
            let instant = Timestamp(nanoseconds: start + offset)
            let text = Self.expected(instant.nanoseconds, date: date, dayStart: start)
            // From a writer that has another day in mind, the same day, and none.
            var bytes: [UInt8] = []
            writer.append(instant, to: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == text)
            #expect(instant.text == text)
            #expect(bytes.withUnsafeBufferPointer { reader.read($0) } == instant)
            #expect(Timestamp(text: text) == instant)
        }
    }

    @Test("on both sides of a border do not disturb each other", arguments: 0..<8 as Range<UInt64>)
    func alternating(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var (writer, reader) = (TimestampText(), TimestampReader())
        for _ in 0..<300 {
            guard let (date, number) = Self.days.randomElement(using: &random) else { continue }
            let width = Int.random(in: 0...9, using: &random)
            let unit = (0..<(9 - width)).reduce(Int64(1)) { unit, _ in unit * 10 }
            let inDay = Int64.random(in: 0..<Self.day, using: &random) / unit * unit
            let instant = Timestamp(nanoseconds: number * Self.day + inDay)
            var bytes: [UInt8] = []
            writer.append(instant, to: &bytes)
            let text = Self.expected(
                instant.nanoseconds, date: date, dayStart: number * Self.day)
            #expect(String(decoding: bytes, as: UTF8.self) == text, "seed \(seed)")
            #expect(bytes.withUnsafeBufferPointer { reader.read($0) } == instant, "seed \(seed)")
            // With all of its digits, and as another place on earth would write it.
            let whole = Self.padded(inDay % 1_000_000_000, 9).prefix(max(1, width))
            let other = Array((text.prefix(19) + "." + whole + "+00:00").utf8)
            #expect(other.withUnsafeBufferPointer { reader.read($0) } == instant, "seed \(seed)")
        }
    }

    @Test("are amounts as `Int128` describes them", arguments: 0..<8 as Range<UInt64>)
    func amounts(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let currencies = try ["JPY", "EUR", "KWD", "CLF"].map { try #require(Currency(code: $0)) }
        var values: [Int128] = [0, 1, 9, 10, 99, 100, Int128(UInt64.max), Int128(UInt64.max) + 1]
        var power: Int128 = 1
        for _ in 0..<38 {
            values += [power - 1, power, power + 1]
            power *= 10
        }
        for _ in 0..<200 {
            let shift = Int128.random(in: 0...126, using: &random)
            values.append(Int128.random(in: 0 ... .max, using: &random) >> shift)
        }
        for value in values {
            for currency in currencies {
                let digits = currency.fractionDigits
                var text = String(value)
                if text.count <= digits {
                    text = String(repeating: "0", count: digits + 1 - text.count) + text
                }
                if digits > 0 { text.insert(".", at: text.index(text.endIndex, offsetBy: -digits)) }
                #expect(AmountText.string(value, in: currency) == text, "seed \(seed)")
            }
        }
    }

    @Test("of usual amounts are read as those of all others are", arguments: [0, 2, 3, 4])
    func commonAmounts(fractionDigits: Int) {
        var random = SeededGenerator(seed: 7)
        var readCount = 0
        for number in 0..<20_000 {
            let units = Int128.random(in: 1...(1 << (number % 48 + 1)), using: &random)
            var text: [UInt8] = [UInt8](repeating: 0, count: AmountText.longest)
            let count = text.withUnsafeMutableBufferPointer {
                AmountText.write(units, fractionDigits: fractionDigits, to: $0.baseAddress!)
            }
            text = Array(text[..<count])
            // One in two has a byte that may be wrong, or one more or less.
            switch number % 8 {
            case 0, 1, 2:
                text[Int.random(in: 0..<count, using: &random)] =
                    Array("0.9/:-e\u{7F} ".utf8).randomElement(using: &random) ?? 0
            case 3: text.insert(UInt8(ascii: "0"), at: Int.random(in: 0...count, using: &random))
            default: break
            }
            let expected = text.withUnsafeBufferPointer {
                WrittenAmount($0, spelling: .string)?.minorUnits(fractionDigits: fractionDigits)
            }
            let before: [UInt8] = Array(#"99999"amount":""#.utf8)
            let line = before + text + Array(#"","currency""#.utf8)
            let read = line.withUnsafeBufferPointer { bytes in
                bytes.baseAddress.flatMap {
                    WrittenAmount.commonMinorUnits(
                        $0 + before.count, count: text.count, fractionDigits: fractionDigits)
                }
            }
            if let read {
                #expect(read == expected, "\(String(decoding: text, as: UTF8.self))")
                readCount += 1
            }
        }
        #expect(readCount > 5000, "what is usual is read")
    }
}
