public import Payments

/// What a generated stream of payment events is like. The same recipe gives the same bytes, at any
/// time and on every machine.
public struct StreamRecipe: Sendable, Equatable {
    /// The number of events, which is the number of lines.
    public var eventCount: Int
    /// What chance depends on; another seed gives another stream of the same kind.
    public var seed: UInt64 = 1
    /// When the first payment is created.
    public var start = Timestamp(nanoseconds: 1_767_607_200_000_000_000)
    /// How often payments are created.
    public var rate = ArrivalRate(payments: 10)
    /// The number of clients that pay; at most so many occur.
    public var clientCount: Int
    /// What they pay with; at least one.
    public var methods = StreamMethod.usual
    /// What happens to their payments.
    public var mix = StoryMix.usual
    /// How many of a thousand events are written later than they happened, so that the stream is not
    /// in the order of time.
    public var disorderPerMille = 0
    /// How much later they are written at most.
    public var disorderSeconds = 60
    /// How many of a thousand events come from a second producer, which orders keys in another way,
    /// puts spaces after colons and writes amounts as numbers.
    public var secondProducerPerMille = 20

    public init(eventCount: Int) {
        self.eventCount = eventCount
        clientCount = max(10, eventCount / 20)
    }
}

/// A way to pay.
public struct StreamMethod: Sendable, Equatable {
    public var id: String
    /// The currencies that it is used with; at least one.
    public var currencies: [Currency]
    /// The processing period of its connector; nil where there is none.
    public var periodMinutes: Int?

    public init(id: String, currencies: [Currency], periodMinutes: Int?) {
        self.id = id
        self.currencies = currencies
        self.periodMinutes = periodMinutes
    }

    /// Six methods with a period of fifteen minutes.
    public static let usual = ["card", "pix", "paypal", "sepa", "ideal", "boleto"].map {
        StreamMethod(id: $0, currencies: usualCurrencies, periodMinutes: 15)
    }

    /// US dollar, euro and pound sterling.
    public static let usualCurrencies = ["USD", "EUR", "GBP"].compactMap(Currency.init(code:))
}
