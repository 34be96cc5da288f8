public import Events
public import Payments
internal import SourceText

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
    ///   - end: where the clock stops; later events are not applied. Nil: it stops where the last
    ///     event left it, and no timer fires after that.
    ///   - observer: called for each step; the payment is copied for it.
    public init(
        of payment: String, _ events: some Sequence<RecordedEvent>, until end: Timestamp?,
        in world: World, observer: Observer? = nil
    ) {
        var told = Payment()
        var teller = StoryTeller(world, observer)
        for event in events {
            if let end, event.at > end { break }
            teller.take(event, on: &told)
        }
        if let end { teller.close(&told, at: end) }
        self.payment = payment
        self.world = world
        self.end = end
        steps = teller.steps
        texts = teller.texts
        last = told
    }

    /// How many steps were taken up to and including `time`; all for nil.
    public func stepCount(upTo time: Timestamp?) -> Int {
        guard let time else { return steps.count }
        // Steps are in the order of time.
        return steps.partitioningIndex { $0.step.at > time }
    }

    /// The payment after every event and timer up to and including `time`.
    ///
    /// - Complexity: O(*steps up to then*): its events are applied again. For several times, use a
    ///   `StoryCursor`.
    public func payment(at time: Timestamp) -> Payment {
        var cursor = StoryCursor(self)
        return cursor.payment(at: time)
    }

    /// The state of `payment`, which is of this story; nil if it has not been created.
    public func state(_ payment: Payment) -> PaymentState? {
        PaymentState(
            payment, named: self.payment, texts: texts, in: world, attempts: payment.attempts)
    }

    /// The same with only those of the attempts that are in `names`.
    ///
    /// - Complexity: O(*names*).
    public func state(_ payment: Payment, attempts names: [String]) -> PaymentState? {
        let attempts = names.compactMap { texts.knownKey($0).flatMap(payment.attempt) }
        return PaymentState(
            payment, named: self.payment, texts: texts, in: world, attempts: attempts)
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

/// Takes down the steps of one payment.
private struct StoryTeller {
    private let world: World
    private let observer: Story.Observer?
    private(set) var texts: StoryTexts
    private(set) var steps: [StoryStep] = []
    /// What is known of the payment before the next step.
    private var before: Payment?
    private var (attemptCount, timer): (Int, Timestamp?) = (0, nil)

    init(_ world: World, _ observer: Story.Observer?) {
        self.world = world
        self.observer = observer
        texts = StoryTexts(world)
    }

    mutating func take(_ recorded: RecordedEvent, on payment: inout Payment) {
        guard let event = texts.event(recorded) else { return }
        let world = world
        world.take(
            event, recorded, on: &payment, willStep: { payment, _ in look(at: payment) },
            didStep: { step, payment, byTimer in note(step, payment, byTimer ? nil : recorded) })
    }

    mutating func close(_ payment: inout Payment, at end: Timestamp) {
        let machine = world.machine
        machine.close(
            &payment, at: end, willStep: { payment, _ in look(at: payment) },
            didStep: { step, payment, _ in note(step, payment, nil) })
    }

    private mutating func look(at payment: Payment) {
        // A copy that is kept would have every step copy all attempts.
        before = observer.map { _ in payment }
        (attemptCount, timer) = (payment.attemptCount, payment.timer)
    }

    private mutating func note(_ step: Step, _ payment: Payment, _ event: RecordedEvent?) {
        if let before { observer?(before, step, payment, event) }
        let count = attemptCount
        let isNew = payment.attemptCount > count && payment[attempt: count].id == step.attempt
        let named = isNew ? nil : step.attempt.flatMap { payment.attempt($0) }
        // Neither the deadline nor the method of an attempt changes.
        let concerned = named ?? (count > 0 ? payment[attempt: count - 1] : nil)
        steps.append(
            StoryStep(
                step: step, event: event, moment: Moment(of: step, deadline: concerned?.deadline),
                connectorMethod: concerned?.method ?? method(of: payment),
                deadline: named?.deadline ?? timer, displayedError: payment.displayedError))
    }

    /// The method of the attempt that the step started, else the payment's.
    private func method(of payment: Payment) -> Symbol? {
        if payment.attemptCount > attemptCount {
            return payment[attempt: payment.attemptCount - 1].method
        }
        return payment.status.map { _ in payment.method }
    }
}
