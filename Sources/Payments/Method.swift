/// What the state machine needs to know of a payment method.
public struct Method: Sendable {
    /// The place of its connector in the configuration; nil for a method that is not configured.
    public let connector: Int32?
    /// The processing period of its connector, nil where there is none.
    public let periodNanoseconds: Int64?
    public let isActive: Bool
    /// The currencies that it takes, nil for any.
    public let currencies: Set<Currency>?

    public init(
        connector: Int32, periodMinutes: Int?, isActive: Bool, currencies: Set<Currency>?
    ) {
        self.connector = connector
        self.periodNanoseconds = periodMinutes.map { Int64($0) * 60_000_000_000 }
        self.isActive = isActive
        self.currencies = currencies
    }

    private init() {
        connector = nil
        periodNanoseconds = nil
        isActive = true
        currencies = nil
    }

    /// A method that the configuration does not have.
    public static let unknown = Method()

    /// What is odd about paying in `currency` through this method.
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

/// The configured methods, by symbol: the first symbols of a table stand for them, in this order.
public struct MethodTable: Sendable {
    private let methods: [Method]

    public init(_ methods: [Method]) {
        self.methods = methods
    }

    /// The method that `symbol` stands for.
    public subscript(symbol: Symbol) -> Method {
        Int(symbol.rawValue) < methods.count ? methods[Int(symbol.rawValue)] : .unknown
    }
}
