internal import Events
internal import Payments

/// The sentences about results that were applied.
extension Sentences {
    func success(_ reason: Reason) -> String? {
        switch reason {
        case .paid(let answer):
            "\(confirmed(answer)), the attempt under way, \(inTime(answer)); that completes the payment"
        case .paidLate(let answer, let standing):
            "\(confirmed(answer))\(circumstance(answer, standing)); the payment was waiting, but the "
                + "money moved: that completes it"
        case .paidLateDuringRetry(let answer, let standing, let current):
            "\(confirmed(answer))\(circumstance(answer, standing)); the money moved nevertheless: that "
                + "completes the payment, while \(stillOpen(current))"
        case .secondPayment(let answer, let payer, let client, let all):
            "\(completed(payer)); this \(answer.amount == all ? "second" : "further") success, of \(name(answer.attempt)) through "
                + "\(Words.gateway(answer.route)), was returned to \(name(client))'s balance: "
                + returned(answer.amount, all)
        default: nil
        }
    }

    func failure(_ reason: Reason) -> String? {
        switch reason {
        case .declined(let answer, let error):
            "\(Words.gateway(answer.route)) declined \(name(answer.attempt)), the attempt under way, with "
                + "\(Words.error(error)), \(inTime(answer)); the client sees the error and can try again"
        case .declinedLate(let answer, let error, let standing):
            "\(declined(answer, error))\(circumstance(answer, standing)); the payment was "
                + "already waiting: only the displayed error changes"
        case .declinedLateDuringRetry(let answer, let error, let standing, let current):
            "\(declined(answer, error))\(circumstance(answer, standing)); the error is kept on the "
                + "attempt and not displayed, while \(stillOpen(current))"
        case .declineNotDisplayed(let answer, let error, let payer):
            "\(declined(answer, error))\(lateness(answer)); \(completed(payer)), so the error "
                + "is kept on the attempt and not displayed"
        default: nil
        }
    }

    private func confirmed(_ answer: Reason.Answer) -> String {
        "\(Words.gateway(answer.route)) confirmed \(Words.money(answer.amount)) for "
            + name(answer.attempt)
    }

    private func declined(_ answer: Reason.Answer, _ error: ErrorText) -> String {
        "\(Words.gateway(answer.route)) declined \(name(answer.attempt)) with \(Words.error(error))"
    }

    private func inTime(_ answer: Reason.Answer) -> String {
        guard let deadline = answer.deadline else { return "which has no deadline" }
        let left = deadline.duration(since: answer.at)
        if left == .zero {
            return "exactly at its deadline, \(time(deadline)), which still counts as in time"
        }
        return "\(Words.duration(left)) before its deadline at \(time(deadline))"
    }

    private func stillOpen(_ current: OpenAttempt) -> String {
        let text =
            "\(name(current.attempt)), under way since \(time(current.startedAt)), stays open"
        guard let deadline = current.deadline else { return text + " without a timer" }
        return text + " with its timer until \(time(deadline))"
    }

    private func returned(_ amount: Money, _ all: Money) -> String {
        if amount == all { return Words.money(amount) }
        return "\(Words.money(amount)), \(Words.money(all)) in all"
    }
}
