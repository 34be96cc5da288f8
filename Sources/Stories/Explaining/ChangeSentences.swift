internal import SourceText

/// The sentences about what a step did to timers, to money and to the displayed error.
extension Sentences {
    /// What became of a timer.
    public func text(_ change: TimerChange) -> String {
        let timer = change.timer
        return "\(change.kind.rawValue): \(name(timer.attempt))'s, due at \(time(timer.deadline))"
    }

    /// Nil where no money moved.
    public func moneyChange(_ step: ExplainedStep) -> String? {
        guard let money = step.money else { return nil }
        switch step.reason {
        case .paid, .paidLate, .paidLateDuringRetry:
            return money.paid.map {
                "\(Words.money($0)) paid by \(name(money.paidBy ?? "")); received so far: "
                    + Words.money(money.received)
            }
        case .secondPayment(let answer, _, let client, let all):
            return "\(Words.money(answer.amount)) returned to \(name(client)); received so far: "
                + "\(Words.money(money.received)), returned so far: \(Words.money(all))"
        default: return nil
        }
    }

    /// Nil where the payment card shows what it showed.
    public func errorChange(_ step: ExplainedStep) -> String? {
        let (old, new) = (step.errorBefore, step.row.displayedError)
        switch (old, new) {
        case (nil, nil): return nil
        case (_, let new?):
            let isNew = !(old.map { ByteOrder.equal(Words.error($0), Words.error(new)) } ?? false)
            return isNew ? "displayed: \(Words.error(new))" : nil
        case (let old?, nil): return "cleared: \(Words.error(old))"
        }
    }
}
