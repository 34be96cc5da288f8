/// How many payments begin in how many seconds, on average.
public struct ArrivalRate: Sendable, Equatable {
    public var payments: Int
    public var seconds: Int

    public init(payments: Int, seconds: Int = 1) {
        self.payments = payments
        self.seconds = seconds
    }

    /// The rate that `10` (payments a second) or `1/60` (one a minute) says; nil for other texts.
    public init?(text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int(Substring($0)) }
        guard (1...2).contains(parts.count), numbers.count == parts.count else { return nil }
        self.init(payments: numbers[0], seconds: numbers.count == 2 ? numbers[1] : 1)
    }

    /// The mean time between two payments.
    var meanGapNanoseconds: Int64 {
        Int64(seconds) * 1_000_000_000 / Int64(payments)
    }
}

extension ArrivalRate: CustomStringConvertible {
    /// The rate as `init(text:)` reads it.
    public var description: String {
        seconds == 1 ? "\(payments)" : "\(payments)/\(seconds)"
    }
}
