/// An instant: nanoseconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// Instants of events lie from 1678-01-01 to 2260-12-31 UTC (`spec/formats.md`); with the longest
/// processing period added they still fit in 64 bits.
public struct Timestamp: Sendable, Hashable, Comparable, BitwiseCopyable {
    public let nanoseconds: Int64

    @inlinable
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// 1678-01-01T00:00:00Z
    @inlinable
    public static var earliest: Timestamp {
        Timestamp(nanoseconds: -9_214_560_000_000_000_000)
    }

    /// 2260-12-31T23:59:59.999999999Z
    @inlinable
    public static var latest: Timestamp { Timestamp(nanoseconds: 9_183_110_399_999_999_999) }

    @inlinable
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// How long after `earlier` it is; negative where it is before that. Between two events there may be
    /// 583 years, which is more nanoseconds than 64 bits hold.
    public func duration(since earlier: Timestamp) -> Duration {
        .nanoseconds(nanoseconds) - .nanoseconds(earlier.nanoseconds)
    }
}

/// The proleptic Gregorian calendar, counted in days since 1970-01-01.
enum Calendar {
    static let nanosecondsPerDay: Int64 = 86_400_000_000_000

    /// The number of the day; the algorithm is Howard Hinnant's `days_from_civil`.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date of the day; the algorithm is Howard Hinnant's `civil_from_days`.
    static func date(dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
    }

    static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}
