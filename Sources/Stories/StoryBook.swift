public import Events
public import Payments
internal import SourceText

/// The stories of all payments of a stream, in the order of the bytes of their identifiers.
public struct StoryBook: Sendable {
    public let stories: [Story]
    private let positions: [ExactText: Int]
    /// Of all payments, in their order.
    private let allReturns: [ReturnedMoney]
    private let allAnomalies: [StoryAnomaly]

    /// Tells `events`, which come in the order in which they apply, up to `end`.
    public init(_ events: [RecordedEvent], until end: Timestamp?, in world: World) {
        stories = Self.grouped(events).map {
            Story(of: $0.payment, $0.events, until: end, in: world)
        }
        positions = stories.enumerated().reduce(into: [:]) { positions, story in
            positions[ExactText(story.element.payment)] = story.offset
        }
        allReturns = stories.flatMap(\.returns)
        allAnomalies = stories.flatMap(\.anomalies)
    }

    /// The events of one payment.
    public struct PaymentEvents: Sendable {
        public let payment: String
        public let events: [RecordedEvent]
    }

    /// `events` payment by payment, in the order of the bytes of their identifiers.
    public static func grouped(_ events: [RecordedEvent]) -> [PaymentEvents] {
        var order: [ExactText] = []
        var events = events.reduce(into: [ExactText: [RecordedEvent]]()) { groups, event in
            guard let payment = event.payment else { return }
            let key = ExactText(payment)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(event)
        }
        order.sort { ByteOrder.precedes($0.text, $1.text) }
        return order.map {
            PaymentEvents(payment: $0.text, events: events.removeValue(forKey: $0) ?? [])
        }
    }

    /// The story of `payment`; nil if no event names it.
    public func story(of payment: String) -> Story? {
        positions[ExactText(payment)].map { stories[$0] }
    }

    /// What was returned to clients up to and including `time`, nil for all.
    public func returns(upTo time: Timestamp? = nil) -> [ReturnedMoney] {
        guard let time else { return allReturns }
        return allReturns.filter { $0.at <= time }
    }

    /// The anomalies up to and including `time`, nil for all.
    public func anomalies(upTo time: Timestamp? = nil) -> [StoryAnomaly] {
        guard let time else { return allAnomalies }
        return allAnomalies.filter { $0.at <= time }
    }
}

/// An amount that was credited to a client's balance.
public struct ReturnedMoney: Sendable {
    public let at: Timestamp
    public let client: String
    public let currency: Currency
    public let payment: String
    public let attempt: String
    /// In minor units.
    public let amount: Int64
}

/// An anomaly of a payment.
public struct StoryAnomaly: Sendable {
    public let kind: Anomaly
    public let payment: String
    public let at: Timestamp
}

extension Story {
    /// What was returned to the client's balance, in order.
    public var returns: [ReturnedMoney] {
        steps.compactMap { step in
            guard let amount = step.step.returned else { return nil }
            return ReturnedMoney(
                at: step.step.at, client: texts.text(last.client),
                currency: last.currency, payment: payment,
                attempt: step.step.attempt.map(texts.text) ?? "", amount: amount)
        }
    }

    /// What was odd, in order.
    public var anomalies: [StoryAnomaly] {
        steps.flatMap { step in
            step.step.anomalies.list.map {
                StoryAnomaly(kind: $0, payment: payment, at: step.step.at)
            }
        }
    }
}
