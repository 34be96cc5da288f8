internal import Events
internal import Payments
internal import Replay

/// Drives the state machine as a replay does, and takes down the facts of each step.
struct Explainer {
    let payment: String
    let world: World
    private(set) var texts: StoryTexts
    private(set) var steps: [ExplainedStep] = []
    private(set) var current = Payment()
    /// The positions of the attempts, and who took their place.
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

    mutating func apply(_ recorded: RecordedEvent) {
        guard let event = texts.event(recorded) else { return }
        take(nil, nil) { $0.machine.expireBefore(&$1, event) }
        take(recorded, event) { $0.apply(event, recorded, to: &$1) }
    }

    mutating func close(at end: Timestamp) {
        take(nil, nil) { $0.machine.expireUpTo(&$1, end) }
    }

    /// The payment as `states.json` shows it.
    var state: PaymentState? {
        PaymentState(current, named: payment, texts: texts, in: world)
    }

    private mutating func take(
        _ recorded: RecordedEvent?, _ event: PaymentEvent?,
        _ move: (World, inout Payment) -> Step?
    ) {
        let before = PaymentFacts(current, named: event?.attempt.flatMap { positions[$0] })
        guard let step = move(world, &current) else { return }
        returned += Int128(step.returned ?? 0)
        keepTrack(step, before)
        let explained = explained(step, recorded, event, before)
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

    private mutating func keepTrack(_ step: Step, _ before: PaymentFacts) {
        guard current.attemptCount > before.attemptCount else { return }
        let new = current[attempt: before.attemptCount]
        positions[new.id] = before.attemptCount
        guard step.rule == .attemptStarted, let old = before.current else { return }
        superseded[old.id] = .superseded(by: texts.text(new.id), at: step.at)
    }

    private func explained(
        _ step: Step, _ recorded: RecordedEvent?, _ event: PaymentEvent?, _ before: PaymentFacts
    ) -> ExplainedStep {
        let finder = ReasonFinder(
            explainer: self, step: step, event: event, before: before,
            named: step.attempt.flatMap { positions[$0] }.map { current[attempt: $0] })
        let row = TraceRow(
            payment: payment, number: steps.count + 1, step: step, event: recorded,
            displayedError: current.displayedError, currency: current.currency, texts)
        return ExplainedStep(
            row: row, event: recorded?.type, reason: finder.reason, oddities: finder.oddities,
            timerChanges: timerChanges(step, before), timer: timer(PaymentFacts(current).armed),
            money: money, errorBefore: before.displayedError.map(texts.text),
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
    private func timerChanges(_ step: Step, _ before: PaymentFacts) -> [TimerChange] {
        let now = PaymentFacts(current).armed
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

    private var money: MoneyStanding? {
        guard current.status != nil else { return nil }
        let paid = current.paidBy.map { Money(Int128($0.amount), in: current.currency) }
        return MoneyStanding(
            received: Money((paid?.minorUnits ?? 0) + returned, in: current.currency),
            paidBy: current.paidBy.map { texts.text($0.id) }, paid: paid,
            returned: returnedInAll, client: texts.text(current.client))
    }

    var returnedInAll: Money { Money(returned, in: current.currency) }

    func route(_ method: Symbol) -> Route {
        let connector = world.connector(of: method)
        return Route(
            method: texts.text(method), connector: connector?.id,
            periodMinutes: connector?.processingPeriodMinutes)
    }
}
