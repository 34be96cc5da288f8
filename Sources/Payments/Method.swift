/// What the state machine needs to know of a payment method.
public struct Method: Sendable {
    /// The index of its connector in the configuration; nil for a method that is not configured.
    public let connector: Int32?
    /// The processing period of its connector, nil where there is none.
    public let periodNanoseconds: Int64?
    public let isActive: Bool
    /// The currencies that it takes, nil for any.
    public let currencies: CurrencySet?

    public init(
        connector: Int32, periodMinutes: Int?, isActive: Bool, currencies: Set<Currency>?
    ) {
        self.connector = connector
        self.periodNanoseconds = periodMinutes.map { Int64($0) * 60_000_000_000 }
        self.isActive = isActive
        self.currencies = currencies.map(CurrencySet.init)
    }

    @usableFromInline
    init() {
        connector = nil
        periodNanoseconds = nil
        isActive = true
        currencies = nil
    }

    /// A method that the configuration does not have.
    public static let unknown = Method()

    /// When the timer of an attempt that starts at `time` fires; nil where there is no period.
    @inlinable
    @inline(__always)
    func deadline(from time: Timestamp) -> Timestamp? {
        // No event is later than 2260 and no period longer than a year: this cannot overflow.
        periodNanoseconds.map { Timestamp(nanoseconds: time.nanoseconds + $0) }
    }

    /// What is odd about paying in `currency` through this method.
    @inlinable
    @inline(__always)
    func anomalies(payingIn currency: Currency) -> Anomalies {
        guard connector != nil else { return Anomalies(.unknownMethod) }
        var anomalies: Anomalies = []
        if !isActive { anomalies.insert(Anomalies(.inactiveMethod)) }
        if let currencies, !currencies.contains(currency) {
            anomalies.insert(Anomalies(.currencyNotAccepted))
        }
        return anomalies
    }
}

/// A set of currencies, a bit each.
public struct CurrencySet: Sendable {
    @usableFromInline var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    public init(_ currencies: Set<Currency>) {
        for currency in currencies {
            let bit = UInt64(1) << UInt64(currency.index & 63)
            switch currency.index >> 6 {
            case 0: bits.0 |= bit
            case 1: bits.1 |= bit
            case 2: bits.2 |= bit
            default: bits.3 |= bit
            }
        }
    }

    /// Whether `currency` is a member.
    @inlinable
    public func contains(_ currency: Currency) -> Bool {
        let word =
            switch currency.index >> 6 {
            case 0: bits.0
            case 1: bits.1
            case 2: bits.2
            default: bits.3
            }
        return word & (1 << UInt64(currency.index & 63)) != 0
    }
}

/// The configured methods, by symbol: the first symbols of a table are theirs, in this order.
public struct MethodTable: Sendable {
    @usableFromInline let methods: [Method]

    public init(_ methods: [Method]) {
        self.methods = methods
    }

    /// The method with this symbol.
    @inlinable
    public subscript(symbol: Symbol) -> Method {
        Int(symbol.rawValue) < methods.count ? methods[Int(symbol.rawValue)] : .unknown
    }
}
