/// Reads RFC 3339 times (contract, section 4). It keeps the day of the latest date, since events
/// of one day stand together.
public struct TimestampReader: Sendable {
    /// The first eight and the last two bytes of the date that `dayStart` belongs to.
    private var date: UInt64
    private var dateEnd: UInt16
    private var dayStart: Int64 = 0

    public init() {
        let epoch = UnsafeRawPointer(("1970-01-01" as StaticString).utf8Start)
        date = epoch.loadUnaligned(as: UInt64.self)
        dateEnd = epoch.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
    }

    /// The instant that `text` names, or nil if it is not written as RFC 3339 says, is no real
    /// date, has more than nine fraction digits or lies outside of `Timestamp`'s range.
    public mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        guard text.count >= 20, let base = text.baseAddress else { return nil }
        guard let day = readDate(base) else { return nil }
        if let timeOfDay = Self.commonTimeOfDay(base, text.count) {
            return Self.instant(day, plus: timeOfDay)
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

    /// The nanoseconds of `THH:MM:SSZ` or `THH:MM:SS.mmmZ`, which nearly all times end with; nil for
    /// any other spelling and for what is invalid.
    private static func commonTimeOfDay(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
        guard base[10] == UInt8(ascii: "T"), base[count - 1] == UInt8(ascii: "Z"),
            let second = secondOfDay(base + 11)
        else { return nil }
        if count == 20 { return second * 1_000_000_000 }
        guard count == 24, base[19] == UInt8(ascii: ".") else { return nil }
        let (first, middle, last) = (base[20] &- 0x30, base[21] &- 0x30, base[22] &- 0x30)
        guard first < 10, middle < 10, last < 10 else { return nil }
        let milliseconds = Int64(first) * 100 + Int64(middle) * 10 + Int64(last)
        return second * 1_000_000_000 + milliseconds * 1_000_000
    }

    /// Reads `HH:MM:SS` as one word: each digit must be at most 9, each colon nothing after the
    /// exclusive or.
    private static func secondOfDay(_ text: UnsafePointer<UInt8>) -> Int64? {
        let word = UnsafeRawPointer(text).loadUnaligned(as: UInt64.self).littleEndian
        let digits = word ^ 0x3030_3A30_303A_3030
        let tooLarge = digits &+ 0x7676_7F76_767F_7676
        guard (digits | tooLarge) & 0x8080_8080_8080_8080 == 0 else { return nil }
        let pairs = digits &* 10 &+ (digits >> 8)
        let (hour, minute) = (pairs & 0xFF, pairs >> 24 & 0xFF)
        let second = pairs >> 48 & 0xFF
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return Int64(hour * 3600 + minute * 60 + second)
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
        (date, dateEnd, dayStart) = (first, last, start)
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
