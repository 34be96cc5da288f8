internal import Events
internal import Payments
internal import SourceText

/// Finds out why a payment is not in a status at the end.
struct AbsenceFinder {
    let status: Status
    let state: PaymentState
    let history: History

    var findings: [WhyNot.Finding] {
        switch state.status {
        case .completed: takenAway + final
        case .waiting, .processing: absence
        }
    }

    /// What kept a payment from `status` that can still change.
    private var absence: [WhyNot.Finding] {
        switch status {
        case .waiting: takenAway + underWay
        case .processing: takenAway + (state.attempts.isEmpty ? noAttempt : [])
        case .completed: (state.attempts.isEmpty ? noAttempt : []) + attempts + history.notApplied
        }
    }

    /// The step that ended the last stay.
    private var takenAway: [WhyNot.Finding] {
        guard let left = history.stays(in: status).last?.left else { return [] }
        return [history.finding(history.steps[left.step - 1], .tookItAway)]
    }

    private var noAttempt: [WhyNot.Finding] {
        let refused = status == .processing ? history.notApplied : []
        return [WhyNot.Finding(attempt: nil, step: nil, facts: .noAttempt)] + refused
    }

    private var final: [WhyNot.Finding] {
        let payer = Payer(attempt: state.paidBy ?? "", at: state.changedAt)
        return [WhyNot.Finding(attempt: state.paidBy, step: nil, facts: .final(payer))]
    }

    /// While a payment is processed, the last attempt is the current one.
    private var underWay: [WhyNot.Finding] {
        guard let last = state.attempts.last, let end = history.end else { return [] }
        return [
            WhyNot.Finding(
                attempt: last.attempt, step: nil,
                facts: .underWay(open(last, dropped), route(last), end: end))
        ]
    }

    /// What kept each attempt from paying.
    private var attempts: [WhyNot.Finding] {
        let (followers, dropped) = (followers, dropped)
        let end = history.end ?? state.changedAt
        return state.attempts.map { attempt in
            let facts: WhyNot.Facts
            if attempt.outcome == .failed, let at = attempt.resultAt {
                facts = .declined(
                    open(attempt, dropped), route(attempt), at: at, attempt.error ?? ErrorText())
            } else {
                let silence =
                    attempt.expiredAt != nil
                    ? .expired : followers[ExactText(attempt.attempt)] ?? WhyNot.Silence.open
                facts = .unanswered(
                    open(attempt, dropped), route(attempt), silence, end: end)
            }
            return WhyNot.Finding(attempt: attempt.attempt, step: nil, facts: facts)
        }
    }

    /// Which attempt superseded another.
    private var followers: [ExactText: WhyNot.Silence] {
        history.steps.reduce(into: [:]) { followers, step in
            guard case .started(let start) = step.reason, let old = start.superseded else {
                return
            }
            followers[ExactText(old.attempt)] = .superseded(by: start.attempt, at: step.row.at)
        }
    }

    private func route(_ attempt: AttemptState) -> Route {
        Route(method: attempt.method, connector: attempt.connector, periodMinutes: nil)
    }

    /// The results that were not applied, by attempt.
    private var dropped: [ExactText: [DroppedResult]] {
        history.steps.reduce(into: [:]) { dropped, step in
            guard let result = step.reason.dropped else { return }
            dropped[ExactText(result.attempt), default: []].append(result)
        }
    }

    private func open(
        _ attempt: AttemptState, _ dropped: [ExactText: [DroppedResult]]
    ) -> OpenAttempt {
        OpenAttempt(
            attempt: attempt.attempt, startedAt: attempt.startedAt, deadline: attempt.deadline,
            dropped: dropped[ExactText(attempt.attempt)] ?? [])
    }
}
