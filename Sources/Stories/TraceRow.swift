public import Events
public import Payments

/// A step as `trace.ndjson` shows it, with its texts.
public struct TraceRow: Sendable {
    public let payment: String
    /// Counted from 1.
    public let number: Int
    public let at: Timestamp
    public let rule: Rule
    public let from: Status?
    public let to: Status?
    /// The attempt that the event names, or that expired.
    public let attempt: String?
    public let displayedError: ErrorText?
    /// What the step credited, with all fraction digits of the currency.
    public let returned: String?
    /// Nil for a timer, as are the next two.
    public let file: String?
    public let line: Int?
    public let eventId: String?

    /// - Parameters:
    ///   - displayedError: the error after the step.
    ///   - currency: that of the payment; it does not matter where none exists.
    init(
        payment: String, number: Int, step: Step, event: RecordedEvent?,
        displayedError: GatewayError?, currency: Currency, _ texts: StoryTexts
    ) {
        self.payment = payment
        self.number = number
        (at, rule, from, to) = (step.at, step.rule, step.from, step.to)
        attempt = event?.attempt ?? step.attempt.map(texts.text)
        self.displayedError = displayedError.map(texts.text)
        returned = step.returned.map { AmountText.string(Int128($0), in: currency) }
        (file, line, eventId) = (event?.file, event?.line, event?.id)
    }
}
