/// Writes instants in UTC with `Z` and no, three, six or nine fraction digits, the fewest that are
/// exact (contract, section 4). It keeps the text of the latest day.
public struct TimestampText: Sendable {
    private var dayNumber = Int64.min
    private var dayText: [UInt8] = []

    public init() {}

    /// The longest text in bytes.
    public static let longest = 30

    /// Appends the text of `timestamp`.
    public mutating func append(_ timestamp: Timestamp, to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest) { buffer in
            guard let base = buffer.baseAddress else { return }
            let count = write(timestamp, to: base)
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Writes the text of `timestamp` to memory with room for `longest` bytes; gives their number.
    public mutating func write(
        _ timestamp: Timestamp, to base: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let (number, timeOfDay) = Self.split(timestamp.nanoseconds)
        if number != dayNumber { remember(number) }
        for (offset, byte) in dayText.enumerated() { base[offset] = byte }
        let second = Int(timeOfDay / 1_000_000_000)
        base[10] = UInt8(ascii: "T")
        writeTwo(second / 3600, base + 11)
        base[13] = UInt8(ascii: ":")
        writeTwo(second / 60 % 60, base + 14)
        base[16] = UInt8(ascii: ":")
        writeTwo(second % 60, base + 17)
        let count = writeFraction(Int(timeOfDay % 1_000_000_000), base + 19)
        base[19 + count] = UInt8(ascii: "Z")
        return 20 + count
    }

    /// The number of the day and the nanoseconds since its start.
    private static func split(_ nanoseconds: Int64) -> (day: Int64, timeOfDay: Int64) {
        let (quotient, remainder) = nanoseconds.quotientAndRemainder(
            dividingBy: Calendar.nanosecondsPerDay)
        return remainder < 0
            ? (quotient - 1, remainder + Calendar.nanosecondsPerDay) : (quotient, remainder)
    }

    private mutating func remember(_ number: Int64) {
        let date = Calendar.date(dayNumber: Int(number))
        dayNumber = number
        dayText = [UInt8](repeating: UInt8(ascii: "-"), count: 10)
        dayText.withUnsafeMutableBufferPointer { text in
            guard let base = text.baseAddress else { return }
            writeTwo(date.year / 100, base)
            writeTwo(date.year % 100, base + 2)
            writeTwo(date.month, base + 5)
            writeTwo(date.day, base + 8)
        }
    }

    /// Writes nothing, or a point and the fewest of three, six or nine digits.
    private func writeFraction(_ nanoseconds: Int, _ base: UnsafeMutablePointer<UInt8>) -> Int {
        guard nanoseconds != 0 else { return 0 }
        var value = nanoseconds
        var digits = 9
        while value % 1000 == 0 {
            value /= 1000
            digits -= 3
        }
        base[0] = UInt8(ascii: ".")
        var position = digits
        while position > 0 {
            base[position] = 0x30 + UInt8(truncatingIfNeeded: value % 10)
            value /= 10
            position -= 1
        }
        return digits + 1
    }
}

private func writeTwo(_ value: Int, _ base: UnsafeMutablePointer<UInt8>) {
    base[0] = 0x30 + UInt8(truncatingIfNeeded: value / 10)
    base[1] = 0x30 + UInt8(truncatingIfNeeded: value % 10)
}

extension Timestamp {
    /// The text as in every output.
    public var text: String {
        var bytes: [UInt8] = []
        var writer = TimestampText()
        writer.append(self, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The instant that an RFC 3339 text names; nil where `TimestampReader` refuses it.
    public init?(text: String) {
        var reader = TimestampReader()
        let bytes = Array(text.utf8)
        guard let read = bytes.withUnsafeBufferPointer({ reader.read($0) }) else { return nil }
        self = read
    }
}
