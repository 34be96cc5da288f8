import Events
import Payments
import Replay
import Stories

/// Events made up for the tests, at minutes after ten o'clock, and what becomes of them.
struct Told {
    var events: [RecordedEvent] = []

    /// `acme` answers within 15 minutes, `slow` whenever it likes; `old` is not active, `euro` takes
    /// euros and yen.
    static let world: World = {
        let currencies = Set(["EUR", "JPY"].compactMap(Currency.init(code:)))
        func method(
            _ id: String, _ connector: Int, isActive: Bool = true,
            _ currencies: Set<Currency>? = nil
        ) -> ReplaySetup.PaymentMethod {
            ReplaySetup.PaymentMethod(
                id: id, connector: connector, isActive: isActive, currencies: currencies)
        }
        return World(
            ReplaySetup(
                connectors: [
                    ReplaySetup.Connector(id: "acme", processingPeriodMinutes: 15),
                    ReplaySetup.Connector(id: "slow", processingPeriodMinutes: nil),
                ],
                methods: [
                    method("card", 0), method("post", 1), method("old", 0, isActive: false),
                    method("euro", 0, currencies),
                ]))
    }()

    static func time(_ minute: Double) -> Timestamp {
        Timestamp(nanoseconds: 1_767_607_200_000_000_000 + Int64(minute * 60_000_000_000))
    }

    func created(
        _ minute: Double, _ amount: Int64 = 10_000, _ currency: String = "EUR",
        by method: String = "card", client: String = "c-1"
    ) -> Told {
        guard let currency = Currency(code: currency) else { return self }
        return adding(
            minute,
            .created(client: client, method: method, amount: amount, currency: currency))
    }

    func tried(
        _ minute: Double, _ attempt: String, by method: String? = nil,
        _ amount: WrittenAmount? = nil
    ) -> Told {
        adding(minute, .attempted(attempt: attempt, method: method, amount: amount))
    }

    func paid(_ minute: Double, _ attempt: String) -> Told {
        adding(minute, .succeeded(attempt: attempt))
    }

    func failed(_ minute: Double, _ attempt: String, _ code: String? = "51") -> Told {
        adding(minute, .failed(attempt: attempt, error: ErrorText(code: code)))
    }

    private func adding(_ minute: Double, _ action: RecordedEvent.Action) -> Told {
        let event = RecordedEvent(
            at: Self.time(minute), payment: "p-1", action: action, file: "e.ndjson",
            line: events.count + 1)
        return Told(events: events + [event])
    }

    /// The explanation with the clock stopped at `end`, else at the last event.
    func explained(until end: Double? = nil, whyNot: Status? = nil) -> Explanation {
        Explanation(
            of: "p-1", events, until: end.map(Self.time) ?? events.last?.at,
            of: StreamCounts(events: events.count), in: Self.world, whyNot: whyNot)
    }
}

extension WrittenAmount {
    /// `digits` × 10^`exponent`, as the text of a number in an event says.
    static func text(_ text: String) -> WrittenAmount? {
        Array(text.utf8).withUnsafeBufferPointer { WrittenAmount($0, spelling: .string) }
    }
}
