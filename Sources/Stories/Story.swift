public import Events
public import Payments

/// What became of one payment, step by step: a replay of its events.
///
/// Payments do not touch each other, so that the story of one needs only its own events. Of each step
/// it keeps what is asked for often; the payment in between is made again from the events.
public struct Story: Sendable {
    public let payment: String
    public let steps: [StoryStep]
    public let texts: StoryTexts
    public let world: World
    /// Where the clock stopped.
    public let end: Timestamp?
    /// The payment after all events and timers.
    public let last: Payment

    /// Sees the payment before and after each step; a timer's has no event.
    public typealias Observer = (
        _ before: Payment, _ step: Step, _ after: Payment, _ event: RecordedEvent?
    ) -> Void

    /// Replays `events`, all of `payment` and in the order in which they apply.
    ///
    /// - Parameters:
    ///   - end: where the clock stops; later events are not applied. Nil: it stands where the last
    ///     event left it, and no timer fires after that.
    ///   - observer: called for each step; the payment is copied for it.
    public init(
        of payment: String, _ events: some Sequence<RecordedEvent>, until end: Timestamp?,
        in world: World, observer: Observer? = nil
    ) {
        var teller = StoryTeller(world, observer)
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
        last = teller.payment
    }

    /// How many steps were taken up to and including `time`; all for nil.
    public func stepCount(upTo time: Timestamp?) -> Int {
        guard let time else { return steps.count }
        // Steps are in the order of time.
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].step.at <= time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The payment after every event and timer up to and including `time`.
    ///
    /// - Complexity: O(*steps up to then*): its events are applied again.
    public func payment(at time: Timestamp) -> Payment {
        let count = stepCount(upTo: time)
        guard count < steps.count else { return last }
        var teller = StoryTeller(world, nil)
        for step in steps[..<count] {
            if let event = step.event { teller.apply(event) }
        }
        guard count > 0, steps[count - 1].event == nil else { return teller.payment }
        // The timer behind the last event fired on account of what came next.
        if let next = steps[count...].first(where: { $0.event != nil })?.event {
            teller.expire(before: next)
        } else if let end {
            teller.close(at: end)
        }
        return teller.payment
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
    /// When it was taken, as the deadline of the attempt that it concerns sees it.
    public let moment: Moment
    /// The method whose connector the step is about: that of the attempt whose deadline `moment`
    /// looks at, else that of the attempt that the step started, else the payment's; nil where no
    /// payment exists.
    public let connectorMethod: Symbol?
    /// The deadline of the attempt that it names, if that was known before, else of the armed timer.
    public let deadline: Timestamp?
    /// The error that the payment card shows after it.
    public let displayedError: GatewayError?
}

/// Drives the state machine as a replay does: a timer that is due fires before the event.
private struct StoryTeller {
    private let world: World
    private let observer: Story.Observer?
    private(set) var texts: StoryTexts
    private(set) var steps: [StoryStep] = []
    private(set) var payment = Payment()

    init(_ world: World, _ observer: Story.Observer?) {
        self.world = world
        self.observer = observer
        texts = StoryTexts(world)
    }

    mutating func apply(_ recorded: RecordedEvent) {
        guard let event = texts.event(recorded) else { return }
        take(nil) { $0.machine.expireBefore(&$1, event) }
        take(recorded) { $0.apply(event, recorded, to: &$1) }
    }

    /// Fires the timer that is due before `recorded`.
    mutating func expire(before recorded: RecordedEvent) {
        guard let event = texts.event(recorded) else { return }
        take(nil) { $0.machine.expireBefore(&$1, event) }
    }

    mutating func close(at end: Timestamp) {
        take(nil) { $0.machine.expireUpTo(&$1, end) }
    }

    private mutating func take(
        _ event: RecordedEvent?, _ move: (World, inout Payment) -> Step?
    ) {
        // A copy that is kept would have every step copy all attempts.
        let before = observer.map { _ in payment }
        let (count, timer) = (payment.attemptCount, payment.timer)
        guard let step = move(world, &payment) else { return }
        if let before { observer?(before, step, payment, event) }
        let isNew = payment.attemptCount > count && payment[attempt: count].id == step.attempt
        let named = isNew ? nil : step.attempt.flatMap { payment.attempt($0) }
        // Neither the deadline nor the method of an attempt changes.
        let concerned = named ?? (count > 0 ? payment[attempt: count - 1] : nil)
        steps.append(
            StoryStep(
                step: step, event: event, moment: Moment(of: step, deadline: concerned?.deadline),
                connectorMethod: concerned?.method ?? method(startedAfter: count),
                deadline: named?.deadline ?? timer, displayedError: payment.displayedError))
    }

    private func method(startedAfter count: Int) -> Symbol? {
        if payment.attemptCount > count { return payment[attempt: payment.attemptCount - 1].method }
        return payment.status.map { _ in payment.method }
    }
}
