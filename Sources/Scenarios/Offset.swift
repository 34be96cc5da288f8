public import Payments
import SourceText

/// Offsets of scenarios, such as `1h30m` (`spec/scenarios.md`): units d, h, m, s and ms, each at most
/// once, the greatest first.
public enum Offset {
    private static let units: [(name: String, nanoseconds: Int64)] = [
        ("d", 86_400_000_000_000), ("h", 3_600_000_000_000), ("m", 60_000_000_000),
        ("s", 1_000_000_000), ("ms", 1_000_000),
    ]

    /// The nanoseconds of the offset `text`; nil if it is not an offset, or beyond 64 bits.
    public static func nanoseconds(_ text: String) -> Int64? {
        var rest = text.utf8[...]
        var units = units[...]
        var sum: Int64 = 0
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix(while: ASCII.isDigit)
            rest = rest.dropFirst(digits.count)
            let letters = rest.prefix { $0 &- 0x61 < 26 }
            rest = rest.dropFirst(letters.count)
            guard let count = Int64(Substring(digits)),
                let index = units.firstIndex(where: { $0.name.utf8.elementsEqual(letters) })
            else { return nil }
            let (product, overflow) = count.multipliedReportingOverflow(
                by: units[index].nanoseconds)
            let (next, isTooLarge) = sum.addingReportingOverflow(product)
            if overflow || isTooLarge { return nil }
            sum = next
            units = units[(index + 1)...]
        }
        return sum
    }

    /// The offset of `time` from `start`; an RFC 3339 time where no offset says it exactly.
    public static func text(_ time: Timestamp, from start: Timestamp) -> String {
        let (distance, overflow) = time.nanoseconds.subtractingReportingOverflow(
            start.nanoseconds)
        guard !overflow, distance >= 0, distance % 1_000_000 == 0 else { return time.text }
        return text(nanoseconds: distance)
    }

    /// `nanoseconds`, a whole number of milliseconds and not negative, as an offset.
    static func text(nanoseconds: Int64) -> String {
        var (text, rest) = ("", nanoseconds)
        for unit in units where rest >= unit.nanoseconds {
            text += "\(rest / unit.nanoseconds)\(unit.name)"
            rest %= unit.nanoseconds
        }
        return text.isEmpty ? "0s" : text
    }
}
