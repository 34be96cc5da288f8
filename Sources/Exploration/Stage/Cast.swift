internal import Events
internal import Payments
internal import Replay
internal import Stories

/// Who and what takes part in a search: the one payment, its client, its attempts, the methods that it
/// may be paid through, and the amounts.
struct Cast: Sendable {
    let world: World
    /// The methods that attempts start through; the payment is created through each.
    let methods: [Symbol]
    let unknownMethod: Symbol
    let currency: Currency
    let otherCurrency: Currency
    /// The payment's amount and another one, in minor units.
    let amount: Int64
    let otherAmount: Int64
    /// An amount that `currency` cannot hold.
    let unrepresentable: WrittenAmount
    /// The most attempts that are started.
    let attempts: Int

    private static let client = "c1"
    private static let otherClient = "c2"
    private static let unknownMethodID = "unconfigured"

    /// - Parameters:
    ///   - methods: the indices of configured methods.
    ///   - hasUnknownMethod: whether a method that is not configured is used, too.
    init(_ world: World, methods: [Int], hasUnknownMethod: Bool, attempts: Int) {
        self.world = world
        self.attempts = attempts
        let configured = world.setup.methods
        unknownMethod = Symbol(rawValue: UInt32(configured.count + 2))
        self.methods =
            methods.map { Symbol(rawValue: UInt32($0)) }
            + (hasUnknownMethod ? [unknownMethod] : [])
        let accepted = methods.first.flatMap { configured[$0].currencies }
        currency =
            accepted?.min { $0.index < $1.index } ?? Currency(code: "EUR")
            ?? Currency(index: 0)
        otherCurrency = Currency.all.first { [currency] in $0 != currency } ?? currency
        let unit = Self.power(currency.fractionDigits)
        (amount, otherAmount) = (100 * unit, 40 * unit)
        unrepresentable =
            currency.fractionDigits < Currency.mostFractionDigits
            ? WrittenAmount(digits: 1, exponent: Int8(-currency.fractionDigits - 1))
            : WrittenAmount(digits: 1, exponent: 18)
    }

    private static func power(_ digits: Int) -> Int64 {
        (0..<digits).reduce(1) { power, _ in power * 10 }
    }

    var client: Symbol { own(0) }
    var otherClient: Symbol { own(1) }

    /// The attempt that is never started.
    var stranger: AttemptKey { AttemptKey(rawValue: UInt64(attempts)) }

    /// An error that only this attempt has.
    func error(of attempt: AttemptKey) -> GatewayError {
        GatewayError(code: own(3 + Int(truncatingIfNeeded: attempt.rawValue)), message: nil)
    }

    private func own(_ index: Int) -> Symbol {
        Symbol(rawValue: UInt32(world.setup.methods.count + index))
    }

    /// `minorUnits` as an event may give it.
    func written(_ minorUnits: Int64) -> WrittenAmount {
        var (digits, exponent) = (minorUnits, -currency.fractionDigits)
        while digits % 10 == 0, digits > 0 {
            digits /= 10
            exponent += 1
        }
        return WrittenAmount(digits: digits, exponent: Int8(exponent))
    }

    // MARK: Texts

    /// The payment of every search.
    static let payment = "p1"

    /// What `event` would be in a stream.
    func recorded(_ event: PaymentEvent) -> RecordedEvent {
        RecordedEvent(at: event.at, payment: Self.payment, action: action(event.action))
    }

    private func action(_ action: PaymentEvent.Action) -> RecordedEvent.Action {
        switch action {
        case .created(let client, let method, let amount, let currency):
            .created(
                client: client == self.client ? Self.client : Self.otherClient,
                method: text(method: method), amount: amount, currency: currency)
        case .attempted(let attempt, let method, let amount):
            .attempted(
                attempt: text(attempt), method: method.map { text(method: $0) }, amount: amount)
        case .succeeded(let attempt): .succeeded(attempt: text(attempt))
        case .failed(let attempt, _):
            .failed(attempt: text(attempt), error: ErrorText(code: "declined-" + text(attempt)))
        }
    }

    private func text(method: Symbol) -> String {
        let index = Int(method.rawValue)
        let configured = world.setup.methods
        return index < configured.count ? configured[index].id : Self.unknownMethodID
    }

    private func text(_ attempt: AttemptKey) -> String {
        attempt == stranger ? "stranger" : "a\(attempt.rawValue + 1)"
    }
}
