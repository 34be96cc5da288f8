public import Events
public import Payments
public import Replay

/// The story of one payment with a reason for every step.
///
/// Unlike a `Story` it does not keep the payment as it was at each step, so that it takes memory in
/// proportion to the events, however many attempts there are.
public struct Explanation: Sendable {
    public let payment: String
    public let steps: [ExplainedStep]
    /// The payment at the end; nil if nothing created it.
    public let state: PaymentState?
    /// Where the clock stopped.
    public let end: Timestamp?
    /// The answer to why it is not in a status, if that was asked.
    public let whyNot: WhyNot?
    /// What the stream held besides.
    public let stream: StreamCounts

    /// Explains `events`, all of `payment` and in the order in which they apply.
    ///
    /// - Parameter end: where the clock stops; later events are not applied.
    public init(
        of payment: String, _ events: some Sequence<RecordedEvent>, until end: Timestamp?,
        of stream: StreamCounts, in world: World, whyNot status: Status? = nil
    ) {
        var current = Payment()
        var explainer = Explainer(payment, world)
        for event in events {
            if let end, event.at > end { break }
            explainer.take(event, on: &current)
        }
        if let end { explainer.close(&current, at: end) }
        self.payment = payment
        self.end = end
        self.stream = stream
        var steps = explainer.takeSteps()
        steps.lookAhead()
        self.steps = steps
        state = PaymentState(
            current, named: payment, texts: explainer.texts, in: world, attempts: current.attempts)
        let history = History(steps: steps, state: state, end: end)
        whyNot = status.map { WhyNot($0, history) }
    }

    /// Explains what `recording`, which holds the events of `payment` alone, says of it.
    public init(
        of payment: String, in recording: Recording, world: World, whyNot status: Status? = nil
    ) {
        self.init(
            of: payment, recording.events, until: recording.end, of: StreamCounts(recording),
            in: world, whyNot: status)
    }

    /// The anomalies, in order.
    public var anomalies: [Anomaly] { steps.flatMap { $0.oddities.map(\.kind) } }
}

/// What was read to find the events of a payment.
public struct StreamCounts: Sendable {
    /// All valid events.
    public let events: Int
    public let afterEnd: Int
    public let rejected: Int

    public init(events: Int, afterEnd: Int = 0, rejected: Int = 0) {
        self.events = events
        self.afterEnd = afterEnd
        self.rejected = rejected
    }

    init(_ recording: Recording) {
        self.init(
            events: recording.total, afterEnd: recording.afterEnd, rejected: recording.rejected)
    }
}
