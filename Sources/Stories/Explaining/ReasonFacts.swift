internal import Events
internal import Payments

/// The facts that several reasons are made of.
extension ReasonFinder {
    var attempt: String { step.attempt.map(explainer.texts.text) ?? "" }

    func text(_ symbol: Symbol) -> String { explainer.texts.text(symbol) }

    func text(_ key: AttemptKey) -> String { explainer.texts.text(key) }

    func route(_ method: Symbol) -> Route { explainer.route(method) }

    func money(_ amount: Int64) -> Money { Money(Int128(amount), in: after.currency) }

    /// The route of an attempt that was not started: its own method, or the payment's.
    var attemptedRoute: Route? {
        guard case .attempted(_, let method, _) = event?.action else { return nil }
        let payments = after.status == nil ? nil : after.method
        return (method ?? payments).map(route)
    }

    func open(of attempt: Attempt?) -> OpenAttempt { open(of: attempt, dropped: []) }

    /// With the results that were not applied to it. Asked for where an attempt starts or ends only: if
    /// every step had them, they would take memory in proportion to the square of the events.
    func openWithDropped(of attempt: Attempt?) -> OpenAttempt {
        open(of: attempt, dropped: attempt.map { explainer.dropped($0.id) } ?? [])
    }

    private func open(of attempt: Attempt?, dropped: [DroppedResult]) -> OpenAttempt {
        OpenAttempt(
            attempt: attempt.map { text($0.id) } ?? "", startedAt: attempt?.startedAt ?? step.at,
            deadline: attempt?.deadline, dropped: dropped)
    }

    var answer: Reason.Answer {
        Reason.Answer(
            attempt: attempt, amount: money(named?.amount ?? 0),
            route: route(named?.method ?? after.method), at: step.at,
            deadline: named?.deadline)
    }

    var error: ErrorText {
        if case .failed(_, let error) = event?.action { return explainer.texts.text(error) }
        return ErrorText()
    }

    /// A completed payment changed its status last when it was completed.
    var payer: Payer {
        Payer(attempt: after.paidBy.map { text($0.id) } ?? "", at: after.changedAt)
    }

    var start: Reason.Start {
        Reason.Start(
            attempt: attempt, number: before.attemptCount + 1, amount: answer.amount,
            route: answer.route, deadline: named?.deadline,
            superseded: before.current.map { openWithDropped(of: $0) },
            clearedError: before.displayedError.map(explainer.texts.text),
            open: openWithDropped(of: named))
    }

    /// Why the attempt was not the current one before its result. One that has neither a result nor
    /// expired was superseded.
    var standing: Standing {
        guard let old = before.named else { return .declined(at: step.at) }
        if old.outcome == .failed { return .declined(at: old.resultAt ?? step.at) }
        if old.isExpired { return .expired(deadline: old.deadline ?? step.at) }
        return explainer.superseded[old.id] ?? .declined(at: step.at)
    }
}
