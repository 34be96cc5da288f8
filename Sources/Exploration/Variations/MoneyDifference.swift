internal import Payments
internal import SourceText

/// In what money differs that a payment has brought, or should: as far as a cause can explain it, without
/// names and sums.
public struct MoneyDifference: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// It is that of another client.
    public static let client = MoneyDifference(rawValue: 1)
    public static let currency = MoneyDifference(rawValue: 2)
    /// There is more of it, or less, in the same currency.
    public static let more = MoneyDifference(rawValue: 4)
    public static let less = MoneyDifference(rawValue: 8)
    /// It is that of another attempt.
    public static let attempt = MoneyDifference(rawValue: 16)

    /// The stable name in every output of what matters most of it.
    public var name: String {
        if contains(.client) { return "another-client" }
        if contains(.currency) { return "another-currency" }
        if contains(.more) { return "more" }
        if contains(.less) { return "less" }
        return contains(.attempt) ? "another-attempt" : "same"
    }
}

/// Money of one client.
struct ClientMoney {
    let client: ExactText
    let currency: Currency
    let minorUnits: Int128

    /// In what it differs from `old`.
    func difference(from old: ClientMoney) -> MoneyDifference {
        var difference: MoneyDifference = []
        if client != old.client { difference.insert(.client) }
        if currency != old.currency {
            difference.insert(.currency)
        } else if minorUnits != old.minorUnits {
            difference.insert(minorUnits > old.minorUnits ? .more : .less)
        }
        return difference
    }
}
