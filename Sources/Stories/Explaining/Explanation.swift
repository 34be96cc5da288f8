public import Payments
public import Replay
internal import SourceText

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

    /// Explains `events`, all of `payment` and in the order in which they apply; the clock stops at
    /// `end`, and later events are not applied.
    public init(
        of payment: String, in recording: Recording, world: World, whyNot status: Status? = nil
    ) {
        var explainer = Explainer(payment, world)
        for event in recording.events where ByteOrder.equal(event.payment ?? "", payment) {
            explainer.apply(event)
        }
        if let end = recording.end { explainer.close(at: end) }
        self.payment = payment
        steps = explainer.steps
        end = recording.end
        state = explainer.state
        stream = StreamCounts(recording)
        let history = History(steps: steps, state: state, end: end)
        whyNot = status.map { WhyNot($0, history) }
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

    init(_ recording: Recording) {
        (events, afterEnd, rejected) = (
            recording.total, recording.afterEnd, recording.rejected
        )
    }
}
