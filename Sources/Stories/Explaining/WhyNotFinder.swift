internal import Events
internal import Payments

/// What happened to a payment, to be asked why it is not in a status.
struct History {
    let steps: [ExplainedStep]
    let state: PaymentState?
    let end: Timestamp?

    /// The times in `status`.
    func stays(in status: Status) -> [WhyNot.Stay] {
        var stays: [WhyNot.Stay] = []
        for step in steps where step.row.from != step.row.to {
            let mark = WhyNot.Mark(
                at: step.row.at, step: step.row.number, rule: step.row.rule)
            if step.row.to == status { stays.append(WhyNot.Stay(entered: mark)) }
            if step.row.from == status, !stays.isEmpty { stays[stays.count - 1].left = mark }
        }
        return stays
    }

    /// The step that led to where the payment is now.
    var lastMove: ExplainedStep? { steps.last { $0.row.from != $0.row.to } }

    /// The steps that were not applied, each with its reason.
    var notApplied: [WhyNot.Finding] {
        steps.filter { $0.row.rule == .notApplied }.map { finding($0, .wasNotApplied) }
    }

    func finding(_ step: ExplainedStep, _ role: WhyNot.Role) -> WhyNot.Finding {
        WhyNot.Finding(
            attempt: step.row.attempt, step: step.row.number, facts: .step(step.reason, role))
    }
}

extension WhyNot {
    init(_ status: Status, _ history: History) {
        self.status = status
        stays = history.stays(in: status)
        guard let state = history.state else {
            answer = .notCreated
            findings =
                [Finding(attempt: nil, step: nil, facts: .notCreated)] + history.notApplied
            return
        }
        if state.status == status {
            answer = .isThere
            findings = history.lastMove.map { [history.finding($0, .broughtIt)] } ?? []
            return
        }
        answer =
            stays.isEmpty
            ? .neverThere(now: state.status, since: state.changedAt)
            : .wasThere(now: state.status, since: state.changedAt)
        findings = AbsenceFinder(status: status, state: state, history: history).findings
    }
}
