public import Payments

/// An amount with its currency.
public struct Money: Sendable, Equatable {
    /// Sums can be beyond 64 bits.
    public let minorUnits: Int128
    public let currency: Currency

    public init(_ minorUnits: Int128, in currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// The amount alone, with all fraction digits of the currency.
    public var amount: String { AmountText.string(minorUnits, in: currency) }
}

/// A payment method and what the configuration says of it.
public struct Route: Sendable {
    public let method: String
    /// Nil for a method that is not configured.
    public let connector: String?
    /// Nil where the connector has no processing period.
    public let periodMinutes: Int?
}

/// The attempt that completed a payment.
public struct Payer: Sendable {
    public let attempt: String
    public let at: Timestamp
}

/// An attempt that is under way.
public struct OpenAttempt: Sendable {
    public let attempt: String
    public let startedAt: Timestamp
    /// Nil where no timer was armed.
    public let deadline: Timestamp?
    /// The results for it that were not applied.
    public let dropped: [DroppedResult]
}

/// Why an attempt is not the one that the payment is processing, although it is not completed.
public enum Standing: Sendable {
    case expired(deadline: Timestamp)
    case declined(at: Timestamp)
    /// A newer attempt replaced it.
    case superseded(by: String, at: Timestamp)
}

/// A field of a repeat that is not what it was.
public struct Difference: Sendable {
    public let field: String
    public let known: Value
    public let given: Value

    public enum Value: Sendable {
        case identifier(String)
        case money(Money)
    }
}
