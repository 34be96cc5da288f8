/// Writes instants in UTC with `Z` and no, three, six or nine fraction digits, the fewest that are
/// exact (contract, section 4). It keeps the text of the latest day.
public struct TimestampText: Sendable {
    private var dayNumber = Int64.min
    /// `YYYY-MM-` and `DDT`, as they stand in memory.
    private var dayStart: UInt64 = 0
    private var dayEnd: UInt32 = 0

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
        let second = UInt32(truncatingIfNeeded: timeOfDay / 1_000_000_000)
        let fraction = UInt32(truncatingIfNeeded: timeOfDay % 1_000_000_000)
        let (minutes, seconds) = (second / 60, second % 60)
        let raw = UnsafeMutableRawPointer(base)
        raw.storeBytes(of: dayStart, as: UInt64.self)
        raw.storeBytes(of: dayEnd, toByteOffset: 8, as: UInt32.self)
        writeTwo(minutes / 60, base + 11)
        base[13] = UInt8(ascii: ":")
        writeTwo(minutes % 60, base + 14)
        base[16] = UInt8(ascii: ":")
        writeTwo(seconds, base + 17)
        let count = fraction == 0 ? 0 : Self.writeFraction(fraction, base + 19)
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
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 12) { text in
            guard let base = text.baseAddress else { return }
            text.initialize(repeating: UInt8(ascii: "-"))
            writeTwo(UInt32(date.year / 100), base)
            writeTwo(UInt32(date.year % 100), base + 2)
            writeTwo(UInt32(date.month), base + 5)
            writeTwo(UInt32(date.day), base + 8)
            base[10] = UInt8(ascii: "T")
            let raw = UnsafeRawPointer(base)
            dayStart = raw.loadUnaligned(as: UInt64.self)
            dayEnd = raw.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
        }
    }

    /// Writes a point and the fewest of three, six or nine digits.
    private static func writeFraction(
        _ nanoseconds: UInt32, _ base: UnsafeMutablePointer<UInt8>
    ) -> Int {
        base[0] = UInt8(ascii: ".")
        writeThree(nanoseconds / 1_000_000, base + 1)
        let rest = nanoseconds % 1_000_000
        if rest == 0 { return 4 }
        writeThree(rest / 1000, base + 4)
        if rest % 1000 == 0 { return 7 }
        writeThree(rest % 1000, base + 7)
        return 10
    }
}

@inline(__always)
private func writeTwo(_ value: UInt32, _ base: UnsafeMutablePointer<UInt8>) {
    base[0] = 0x30 + UInt8(truncatingIfNeeded: value / 10)
    base[1] = 0x30 + UInt8(truncatingIfNeeded: value % 10)
}

@inline(__always)
private func writeThree(_ value: UInt32, _ base: UnsafeMutablePointer<UInt8>) {
    base[0] = 0x30 + UInt8(truncatingIfNeeded: value / 100)
    writeTwo(value % 100, base + 1)
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
