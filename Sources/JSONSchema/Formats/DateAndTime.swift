import SourceText

/// `date-time`, `date` and `time` as RFC 3339 writes them (section 5.6).
enum DateAndTime {
    static func isDateTime(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = FormatScanner(text)
        return takeDate(&scanner) && (scanner.take("T") || scanner.take("t"))
            && takeTime(&scanner) && scanner.isAtEnd
    }

    static func isDate(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = FormatScanner(text)
        return takeDate(&scanner) && scanner.isAtEnd
    }

    static func isTime(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = FormatScanner(text)
        return takeTime(&scanner) && scanner.isAtEnd
    }

    private static func takeDate(_ scanner: inout FormatScanner) -> Bool {
        guard let year = scanner.number(digits: 4), scanner.take("-"),
            let month = scanner.number(digits: 2), scanner.take("-"),
            let day = scanner.number(digits: 2), day > 0
        else { return false }
        return day <= days(inMonth: month, of: year)
    }

    /// The days of a month; none if there is no such month.
    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2:
            let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            return isLeapYear ? 29 : 28
        case 4, 6, 9, 11: return 30
        case 1...12: return 31
        default: return 0
        }
    }

    private static func takeTime(_ scanner: inout FormatScanner) -> Bool {
        guard let hour = scanner.number(digits: 2), hour < 24, scanner.take(":"),
            let minute = scanner.number(digits: 2), minute < 60, scanner.take(":"),
            let second = scanner.number(digits: 2), second <= 60
        else { return false }
        if scanner.take("."), scanner.skip(where: ASCII.isDigit) == 0 { return false }
        guard let offset = takeOffset(&scanner) else { return false }
        return second < 60 || isLastMinute(hour * 60 + minute - offset)
    }

    /// The offset from UTC in minutes.
    private static func takeOffset(_ scanner: inout FormatScanner) -> Int? {
        if scanner.take("Z") || scanner.take("z") { return 0 }
        let isNegative = scanner.take("-")
        guard isNegative || scanner.take("+"), let hours = scanner.number(digits: 2), hours < 24,
            scanner.take(":"), let minutes = scanner.number(digits: 2), minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (isNegative ? -1 : 1)
    }

    /// Leap seconds come at the end of a day of UTC.
    private static func isLastMinute(_ minuteOfUTC: Int) -> Bool {
        let minutesPerDay = 24 * 60
        return (minuteOfUTC + minutesPerDay) % minutesPerDay == minutesPerDay - 1
    }
}
