public import Payments
public import Replay

/// What became of one payment, step by step: a replay of its events, with everything kept.
///
/// Payments do not touch each other, so that the story of one needs only its own events. Use
/// `Replay` for streams; a story keeps the whole payment after every step.
public struct Story: Sendable {
    public let payment: String
    public let steps: [StoryStep]
    public let texts: StoryTexts
    public let world: World
    /// Where the clock stopped.
    public let end: Timestamp?

    /// Replays `events`, all of `payment` and in the order in which they apply.
    ///
    /// - Parameter end: where the clock stops; later events are not applied. Nil: it stands where
    ///   the last event left it, and no timer fires after that.
    public init(
        of payment: String, _ events: some Sequence<RecordedEvent>, until end: Timestamp?,
        in world: World
    ) {
        var teller = StoryTeller(world)
        for event in events {
            if let end, event.at > end { break }
            teller.apply(event)
        }
        if let end { teller.close(at: end) }
        self.payment = payment
        self.world = world
        self.end = end
        steps = teller.steps
        texts = teller.texts
    }

    /// The payment after all events and timers.
    public var last: Payment { steps.last?.after ?? Payment() }

    /// The payment after every event and timer up to and including `time`.
    public func payment(at time: Timestamp) -> Payment {
        steps.last { $0.step.at <= time }?.after ?? Payment()
    }

    /// How it stands with `payment`, which is of this story; nil if it has not been created.
    public func state(_ payment: Payment) -> PaymentState? {
        PaymentState(payment, named: self.payment, texts: texts, in: world)
    }
}

/// One step of a story: an event or a timer, and what it did.
public struct StoryStep: Sendable {
    public let step: Step
    /// Nil for a timer.
    public let event: RecordedEvent?
    public let before: Payment
    public let after: Payment

    public init(step: Step, event: RecordedEvent?, before: Payment, after: Payment) {
        self.step = step
        self.event = event
        self.before = before
        self.after = after
    }
}

/// Drives the state machine as a replay does: a timer that is due fires before the event.
private struct StoryTeller {
    private let world: World
    private(set) var texts: StoryTexts
    private(set) var steps: [StoryStep] = []
    private var payment = Payment()

    init(_ world: World) {
        self.world = world
        texts = StoryTexts(world)
    }

    mutating func apply(_ recorded: RecordedEvent) {
        guard let event = texts.event(recorded) else { return }
        var before = payment
        let timer = world.machine.expireBefore(&payment, event)
        note(timer, nil, before)
        before = payment
        note(world.apply(event, recorded, to: &payment), recorded, before)
    }

    mutating func close(at end: Timestamp) {
        let before = payment
        note(world.machine.expireUpTo(&payment, end), nil, before)
    }

    private mutating func note(_ step: Step?, _ event: RecordedEvent?, _ before: Payment) {
        guard let step else { return }
        steps.append(StoryStep(step: step, event: event, before: before, after: payment))
    }
}
