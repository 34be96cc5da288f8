internal import Events
internal import Payments
internal import Replay

/// Takes down the facts of each step of one payment.
struct Explainer {
    let payment: String
    let world: World
    private(set) var texts: StoryTexts
    private(set) var steps: [ExplainedStep] = []
    /// What was known of the payment before the next step.
    private var before = PaymentFacts(Payment())
    /// The positions of the attempts, and what superseded them.
    private var positions: [AttemptKey: Int] = [:]
    private(set) var superseded: [AttemptKey: Standing] = [:]
    private var returned: Int128 = 0
    /// The results that were not applied, and what was to start an attempt, by attempt.
    private var dropped: [AttemptKey: [DroppedResult]] = [:]
    private var refused: [AttemptKey: RefusedStart] = [:]

    init(_ payment: String, _ world: World) {
        self.payment = payment
        self.world = world
        texts = StoryTexts(world)
    }

    mutating func take(_ recorded: RecordedEvent, on current: inout Payment) {
        guard let event = texts.event(recorded) else { return }
        let world = world
        world.take(
            event, recorded, on: &current,
            willStep: { payment, byTimer in
                let named = byTimer ? nil : event.attempt.flatMap { positions[$0] }
                before = PaymentFacts(payment, named: named)
            },
            didStep: { step, payment, byTimer in
                note(step, payment, byTimer ? nil : (recorded, event))
            })
    }

    /// The steps, which it then does not hold any more.
    mutating func takeSteps() -> [ExplainedStep] {
        defer { steps = [] }
        return steps
    }

    mutating func close(_ current: inout Payment, at end: Timestamp) {
        let machine = world.machine
        machine.close(
            &current, at: end, willStep: { payment, _ in before = PaymentFacts(payment) },
            didStep: { step, payment, _ in note(step, payment, nil) })
    }

    private mutating func note(
        _ step: Step, _ current: Payment, _ cause: (recorded: RecordedEvent, event: PaymentEvent)?
    ) {
        returned += Int128(step.returned ?? 0)
        keepTrack(step, current)
        let explained = explained(step, current, cause?.recorded, cause?.event)
        steps.append(explained)
        if let attempt = step.attempt { keepTrack(of: attempt, explained) }
    }

    /// Remembers what was not applied.
    private mutating func keepTrack(of attempt: AttemptKey, _ step: ExplainedStep) {
        let number = step.row.number
        switch step.reason {
        case .unknownPayment:
            refused[attempt] = RefusedStart(step: number, cause: .unknownPayment)
        case .amountNotRepresentable(_, let amount, let currency):
            refused[attempt] = RefusedStart(step: number, cause: .amount(amount, currency))
        default:
            if let result = step.reason.dropped { dropped[attempt, default: []].append(result) }
        }
    }

    private mutating func keepTrack(_ step: Step, _ current: Payment) {
        guard current.attemptCount > before.attemptCount else { return }
        let new = current[attempt: before.attemptCount]
        positions[new.id] = before.attemptCount
        guard step.rule == .attemptStarted, let old = before.current else { return }
        superseded[old.id] = .superseded(by: texts.text(new.id), at: step.at)
    }

    private func explained(
        _ step: Step, _ current: Payment, _ recorded: RecordedEvent?, _ event: PaymentEvent?
    ) -> ExplainedStep {
        let finder = ReasonFinder(
            explainer: self, step: step, event: event, before: before, after: current,
            named: step.attempt.flatMap { positions[$0] }.map { current[attempt: $0] })
        let row = TraceRow(
            payment: payment, number: steps.count + 1, step: step, event: recorded,
            displayedError: current.displayedError, currency: current.currency, texts)
        let armed = PaymentFacts(current).armed
        return ExplainedStep(
            row: row, event: recorded?.type, outcome: recorded?.outcome, reason: finder.reason,
            oddities: finder.oddities,
            timerChanges: timerChanges(step, armed: armed), timer: timer(armed),
            money: money(current), errorBefore: before.displayedError.map(texts.text),
            route: finder.named.map { route($0.method) } ?? finder.attemptedRoute)
    }

    // MARK: Facts

    /// The results for an attempt that were not applied so far.
    func dropped(_ attempt: AttemptKey) -> [DroppedResult] { dropped[attempt] ?? [] }

    /// What was to start an attempt and was not applied; the last of that, if there were several.
    func refusedStart(of attempt: AttemptKey) -> RefusedStart? { refused[attempt] }

    func timer(_ attempt: Attempt?) -> ArmedTimer? {
        guard let attempt, let deadline = attempt.deadline else { return nil }
        return ArmedTimer(attempt: texts.text(attempt.id), deadline: deadline)
    }

    /// One timer can be superseded and the next armed by the same step.
    private func timerChanges(_ step: Step, armed now: Attempt?) -> [TimerChange] {
        guard before.armed?.id != now?.id else { return [] }
        let (old, new) = (timer(before.armed), timer(now))
        let end: TimerChange.Kind =
            switch step.rule {
            case .periodExpired, .periodExpiredWithoutEffect: .fired
            case .attemptStarted: .superseded
            default: .disarmed
            }
        return [
            old.map { TimerChange(kind: end, timer: $0) },
            new.map { TimerChange(kind: .armed, timer: $0) },
        ].compactMap(\.self)
    }

    private func money(_ current: Payment) -> MoneyStanding? {
        guard current.status != nil else { return nil }
        let paid = current.paidBy.map { Money(Int128($0.amount), in: current.currency) }
        return MoneyStanding(
            received: Money((paid?.minorUnits ?? 0) + returned, in: current.currency),
            paidBy: current.paidBy.map { texts.text($0.id) }, paid: paid,
            returned: returnedInAll(current.currency), client: texts.text(current.client))
    }

    func returnedInAll(_ currency: Currency) -> Money { Money(returned, in: currency) }

    func route(_ method: Symbol) -> Route {
        let connector = world.connector(of: method)
        return Route(
            method: texts.text(method), connector: connector?.id,
            periodMinutes: connector?.processingPeriodMinutes)
    }
}
