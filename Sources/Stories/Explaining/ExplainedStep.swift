public import Events
public import Payments

/// A step with the reason for it, as plain values.
public struct ExplainedStep: Sendable {
    /// What `trace.ndjson` says of it.
    public let row: TraceRow
    /// The type of the event; nil for a timer.
    public let event: String?
    /// What a result says; nil for other events.
    public let outcome: Outcome?
    public internal(set) var reason: Reason
    public let oddities: [Oddity]
    /// What became of timers, in order.
    public let timerChanges: [TimerChange]
    /// The timer that is armed after the step.
    public let timer: ArmedTimer?
    /// Nil until the payment is created.
    public let money: MoneyStanding?
    /// What the payment card showed before the step.
    public let errorBefore: ErrorText?
    /// The method of the attempt that it is about; nil if there is none.
    public let route: Route?
    /// The sentences, for this step's day.
    public var sentences: Sentences { Sentences(on: row.at) }
}

/// A timer that waits for an attempt's result.
public struct ArmedTimer: Sendable {
    public let attempt: String
    public let deadline: Timestamp
}

/// What a step did to a timer.
public struct TimerChange: Sendable {
    public let kind: Kind
    public let timer: ArmedTimer

    public enum Kind: String, Sendable {
        case armed, disarmed, superseded, fired
    }
}

/// The money of a payment after a step.
public struct MoneyStanding: Sendable {
    /// Everything that gateways have reported as paid: what paid the payment and what was returned.
    public let received: Money
    public let paidBy: String?
    /// The amount of the attempt that paid.
    public let paid: Money?
    /// Everything returned so far, and to whose balance.
    public let returned: Money
    public let client: String
}
