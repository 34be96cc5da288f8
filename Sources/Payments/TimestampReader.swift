/// Reads RFC 3339 times (`spec/formats.md`). It keeps the day of the latest date, since events
/// of one day come together.
public struct TimestampReader: Sendable {
    /// The first eight and the last two bytes of the date that `dayStart` belongs to. All instants of
    /// that day are in `Timestamp`'s range.
    @usableFromInline var date: UInt64
    @usableFromInline var dateEnd: UInt16
    @usableFromInline var dayStart: Int64 = 0

    public init() {
        let epoch = UnsafeRawPointer(("1970-01-01" as StaticString).utf8Start)
        date = epoch.loadUnaligned(as: UInt64.self)
        dateEnd = epoch.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
    }

    /// The instant that `text` names, or nil if it is not written as RFC 3339 says, is not a real
    /// date, has more than nine fraction digits or lies outside of `Timestamp`'s range.
    @inlinable
    @inline(__always)
    public mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        guard text.count >= 20, let base = text.baseAddress else { return nil }
        if let common = readCommon(UnsafeRawPointer(base), text.count) { return common }
        return readAny(text)
    }

    /// Reads `YYYY-MM-DDTHH:MM:SSZ` or `YYYY-MM-DDTHH:MM:SS.mmmZ`, which nearly all times are, of the
    /// same day as before; nil for any other text, right or wrong.
    @inlinable
    @inline(__always)
    func readCommon(_ text: UnsafeRawPointer, _ count: Int) -> Timestamp? {
        guard text.loadUnaligned(as: UInt64.self) == date,
            text.loadUnaligned(fromByteOffset: 8, as: UInt16.self) == dateEnd,
            text.load(fromByteOffset: 10, as: UInt8.self) == UInt8(ascii: "T"),
            let second = Self.secondOfDay(text + 11)
        else { return nil }
        if count == 24 {
            // The last five bytes but one: a point, three digits and the letter.
            let word = text.loadUnaligned(fromByteOffset: 16, as: UInt64.self).littleEndian >> 24
            let digits = word ^ 0x5A_3030_302E
            let tooLarge = digits &+ 0x7F_7676_767F
            guard (digits | tooLarge) & 0x80_8080_8080 == 0 else { return nil }
            let hundreds = Int64(truncatingIfNeeded: digits >> 8 & 0xFF)
            let tens = Int64(truncatingIfNeeded: digits >> 16 & 0xFF)
            let ones = Int64(truncatingIfNeeded: digits >> 24)
            let milliseconds = second &* 1000 &+ hundreds &* 100 &+ tens &* 10 &+ ones
            return Timestamp(nanoseconds: dayStart &+ milliseconds &* 1_000_000)
        }
        guard count == 20, text.load(fromByteOffset: 19, as: UInt8.self) == UInt8(ascii: "Z") else {
            return nil
        }
        return Timestamp(nanoseconds: dayStart &+ second &* 1_000_000_000)
    }

    /// Reads any time, and takes its date as the latest.
    @usableFromInline
    @inline(never)
    mutating func readAny(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        guard text.count >= 20, let base = text.baseAddress, let day = readDate(base) else {
            return nil
        }
        let separator = text[10]
        guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: "t"),
            text[13] == colon, text[16] == colon,
            let hour = twoDigits(base + 11), hour < 24,
            let minute = twoDigits(base + 14), minute < 60,
            let second = twoDigits(base + 17), second < 60
        else { return nil }
        var position = 19
        guard let fraction = readFraction(text, &position),
            let offset = readOffset(text, position)
        else { return nil }
        let seconds = Int64(hour * 3600 + minute * 60 + second - offset * 60)
        return Self.instant(day, plus: seconds * 1_000_000_000 + fraction)
    }

    /// The date's start is within 10,000 years, so that only this sum can leave the range.
    private static func instant(_ day: Int64, plus nanoseconds: Int64) -> Timestamp? {
        let (sum, overflow) = day.addingReportingOverflow(nanoseconds)
        let instant = Timestamp(nanoseconds: sum)
        guard !overflow, instant >= .earliest, instant <= .latest else { return nil }
        return instant
    }

    /// Reads `HH:MM:SS` as one word: each digit must be at most 9, each colon nothing after the
    /// exclusive or.
    @inlinable
    @inline(__always)
    static func secondOfDay(_ text: UnsafeRawPointer) -> Int64? {
        let word = text.loadUnaligned(as: UInt64.self).littleEndian
        let digits = word ^ 0x3030_3A30_303A_3030
        let tooLarge = digits &+ 0x7676_7F76_767F_7676
        guard (digits | tooLarge) & 0x8080_8080_8080_8080 == 0 else { return nil }
        let pairs = digits &* 10 &+ (digits >> 8)
        let (hour, minute) = (pairs & 0xFF, pairs >> 24 & 0xFF)
        let second = pairs >> 48 & 0xFF
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return Int64(truncatingIfNeeded: hour &* 3600 &+ minute &* 60 &+ second)
    }

    /// The start of the day in nanoseconds.
    private mutating func readDate(_ base: UnsafePointer<UInt8>) -> Int64? {
        let raw = UnsafeRawPointer(base)
        let first = raw.loadUnaligned(as: UInt64.self)
        let last = raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
        if first == date && last == dateEnd { return dayStart }
        guard base[4] == hyphen, base[7] == hyphen,
            let century = twoDigits(base), let yearOfCentury = twoDigits(base + 2),
            let month = twoDigits(base + 5), month >= 1, month <= 12,
            let day = twoDigits(base + 8), day >= 1
        else { return nil }
        let year = century * 100 + yearOfCentury
        // A day beyond the range on either side may still hold an instant within it, by its offset.
        guard day <= Calendar.dayCount(year: year, month: month), year >= 1677, year <= 2261 else {
            return nil
        }
        let number = Calendar.dayNumber(year: year, month: month, day: day)
        let (start, overflow) = Int64(number)
            .multipliedReportingOverflow(by: Calendar.nanosecondsPerDay)
        guard !overflow else { return nil }
        // Of the years at the ends not every instant is in range.
        if year >= 1678, year <= 2260 { (date, dateEnd, dayStart) = (first, last, start) }
        return start
    }

    /// The nanoseconds of an optional fraction of one to nine digits.
    private func readFraction(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Int64? {
        guard text[position] == UInt8(ascii: ".") else { return 0 }
        position += 1
        let start = position
        var value: Int64 = 0
        while position < text.count, text[position] &- 0x30 < 10 {
            guard position - start < 9 else { return nil }
            value = value * 10 + Int64(text[position] &- 0x30)
            position += 1
        }
        let digits = position - start
        guard digits > 0 else { return nil }
        return value * powersOfTen[9 - digits]
    }

    /// The minutes east of UTC of what must be the rest of the text.
    private func readOffset(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int? {
        guard position < text.count, let base = text.baseAddress else { return nil }
        let mark = text[position]
        if mark == UInt8(ascii: "Z") || mark == UInt8(ascii: "z") {
            return position + 1 == text.count ? 0 : nil
        }
        guard mark == UInt8(ascii: "+") || mark == hyphen, position + 6 == text.count,
            text[position + 3] == colon,
            let hours = twoDigits(base + position + 1), hours < 24,
            let minutes = twoDigits(base + position + 4), minutes < 60
        else { return nil }
        let offset = hours * 60 + minutes
        return mark == hyphen ? -offset : offset
    }
}

private let hyphen = UInt8(ascii: "-")
private let colon = UInt8(ascii: ":")

private func twoDigits(_ base: UnsafePointer<UInt8>) -> Int? {
    let tens = base[0] &- 0x30
    let ones = base[1] &- 0x30
    guard tens < 10, ones < 10 else { return nil }
    return Int(tens) * 10 + Int(ones)
}
