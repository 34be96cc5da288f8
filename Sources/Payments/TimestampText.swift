/// Writes instants in UTC with `Z` and no, three, six or nine fraction digits, the fewest that are
/// exact (`spec/formats.md`). It keeps the text of the latest day.
public struct TimestampText: Sendable {
    /// Far from any day that there is, until one came.
    @usableFromInline var dayStartNanoseconds = Int64.min
    /// `YYYY-MM-` and `DDT`, as they are in memory.
    @usableFromInline var dayStart: UInt64 = 0
    @usableFromInline var dayEnd: UInt32 = 0

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

    /// Writes the text of `timestamp` to memory with room for `longest` bytes; returns their number.
    @inlinable
    @inline(__always)
    public mutating func write(
        _ timestamp: Timestamp, to base: UnsafeMutablePointer<UInt8>
    ) -> Int {
        // Nearly all times are of the same day as before and have milliseconds.
        let timeOfDay = UInt64(bitPattern: timestamp.nanoseconds &- dayStartNanoseconds)
        let milliseconds = timeOfDay / 1_000_000
        guard milliseconds < 86_400_000, milliseconds &* 1_000_000 == timeOfDay else {
            return writeAny(timestamp, to: base)
        }
        let second = UInt32(truncatingIfNeeded: milliseconds) / 1000
        let millisecond = UInt32(truncatingIfNeeded: milliseconds) &- second &* 1000
        guard millisecond > 0 else { return writeAny(timestamp, to: base) }
        writeDay(base)
        let raw = UnsafeMutableRawPointer(base)
        raw.storeBytes(of: Self.clockText(second), toByteOffset: 11, as: UInt64.self)
        let hundreds = millisecond / 100
        let rest = millisecond &- hundreds &* 100
        let tens = (rest &* 103) >> 10
        let digits = hundreds | tens << 8 | (rest &- tens &* 10) << 16
        // A point, three digits and the letter.
        let end = UInt64(digits) << 8 | 0x5A_3030_302E
        raw.storeBytes(of: end.littleEndian, toByteOffset: 19, as: UInt64.self)
        return 24
    }

    @inlinable
    @inline(__always)
    func writeDay(_ base: UnsafeMutablePointer<UInt8>) {
        let raw = UnsafeMutableRawPointer(base)
        raw.storeBytes(of: dayStart, as: UInt64.self)
        raw.storeBytes(of: dayEnd, toByteOffset: 8, as: UInt32.self)
    }

    @usableFromInline
    @inline(never)
    mutating func writeAny(_ timestamp: Timestamp, to base: UnsafeMutablePointer<UInt8>) -> Int {
        var timeOfDay = timestamp.nanoseconds &- dayStartNanoseconds
        if UInt64(bitPattern: timeOfDay) >= UInt64(Calendar.nanosecondsPerDay) {
            timeOfDay = remember(timestamp)
        }
        let second = UInt32(truncatingIfNeeded: UInt64(bitPattern: timeOfDay) / 1_000_000_000)
        let fraction =
            UInt32(truncatingIfNeeded: UInt64(bitPattern: timeOfDay) % 1_000_000_000)
        writeDay(base)
        UnsafeMutableRawPointer(base)
            .storeBytes(of: Self.clockText(second), toByteOffset: 11, as: UInt64.self)
        let count = fraction == 0 ? 0 : Self.writeFraction(fraction, base + 19)
        base[19 + count] = UInt8(ascii: "Z")
        return 20 + count
    }

    /// `HH:MM:SS` as it is in memory: all six digits at once.
    @inlinable
    @inline(__always)
    static func clockText(_ secondOfDay: UInt32) -> UInt64 {
        let (minutes, seconds) = (secondOfDay / 60, secondOfDay % 60)
        // Three numbers below 100, each with room for its product with 103.
        let pairs =
            UInt64(minutes / 60) | UInt64(minutes % 60) << 24 | UInt64(seconds) << 48
        let tens = (pairs &* 103) >> 10 & 0x000F_0000_0F00_000F
        let ones = pairs &- tens &* 10
        return (tens | ones << 8 | 0x3030_3A30_303A_3030).littleEndian
    }

    /// Takes the day of `timestamp` as the latest; returns the nanoseconds since its start.
    @inline(never)
    private mutating func remember(_ timestamp: Timestamp) -> Int64 {
        var (day, timeOfDay) = timestamp.nanoseconds.quotientAndRemainder(
            dividingBy: Calendar.nanosecondsPerDay)
        if timeOfDay < 0 {
            day -= 1
            timeOfDay += Calendar.nanosecondsPerDay
        }
        dayStartNanoseconds = timestamp.nanoseconds &- timeOfDay
        let date = Calendar.date(dayNumber: Int(day))
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
        return timeOfDay
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
