internal import Events
public import Payments
internal import SourceText

/// Makes the sentences of explanations: the one place where facts become text.
///
/// Times of the day that the reader is at are shortened to the time of day; all are UTC.
public struct Sentences: Sendable {
    private let day: String

    /// Sentences for a reader who is at `time`; nil: every time has its date.
    public init(on time: Timestamp?) {
        day = time.map { String($0.text.prefix(10)) } ?? ""
    }

    /// `10:40`, or `2026-01-05 10:40` on another day.
    public func time(_ time: Timestamp) -> String {
        let text = time.text
        let clock = text.dropFirst(11).dropLast()
        let short = clock.utf8.count == 8 && clock.hasSuffix(":00") ? clock.dropLast(3) : clock
        return text.hasPrefix(day) && !day.isEmpty ? String(short) : "\(text.prefix(10)) \(short)"
    }

    /// Why a step did what it did.
    public func text(_ reason: Reason) -> String {
        switch reason {
        case .created(let client, let amount, let route):
            "\(Words.name(client)) owes \(Words.money(amount)), to be paid \(Words.route(route)); "
                + "the payment waits for its first attempt"
        case .started(let start): text(start)
        case .recorded(let attempt, let amount, let route, let payer):
            "\(name(attempt.attempt)) for \(Words.money(amount)) \(Words.route(route)) came after "
                + "\(completed(payer)); it is only noted, without a timer, and its money would be "
                + "returned" + droppedBefore(attempt)
        case .expired(let attempt, let route):
            "\(unanswered(attempt, route)); the payment waits again, so the client can try again"
        case .expiredWithoutEffect(let attempt, let route, let payer):
            "\(unanswered(attempt, route)); but \(completed(payer)), and stays completed"
        case .paid, .paidLate, .paidLateDuringRetry, .secondPayment: success(reason) ?? ""
        case .declined, .declinedLate, .declinedLateDuringRetry, .declineNotDisplayed:
            failure(reason) ?? ""
        case .creationRepeated, .attemptRepeated, .resultRepeated, .contradiction, .unknownPayment,
            .amountNotRepresentable, .resultOfUnknownPayment, .resultOfUnknownAttempt,
            .unsignedResult:
            nothingChanged(reason) ?? ""
        }
    }

    private func text(_ start: Reason.Start) -> String {
        let ordinal = start.number == 1 ? "the first attempt" : "attempt number \(start.number)"
        var text =
            "\(name(start.attempt)), \(ordinal), asks for \(Words.money(start.amount)) "
            + Words.route(start.route)
        text += "; " + timer(start)
        if let old = start.superseded {
            text +=
                "; it replaces \(name(old.attempt)), which was started at "
                + "\(time(old.startedAt)) and has no result yet"
            if let deadline = old.deadline {
                text += ", and whose timer, due at \(time(deadline)), is disarmed"
            }
            text += droppedBefore(old)
        }
        text += droppedBefore(start.open)
        if let error = start.clearedError {
            text += "; the error \(Words.error(error)) is no longer displayed"
        }
        return text
    }

    private func timer(_ start: Reason.Start) -> String {
        if let deadline = start.deadline {
            let count = start.route.periodMinutes ?? 0
            let minutes = Listing.count(count, "minute")
            return
                "\(Words.gateway(start.route)) has \(minutes) to answer, until \(time(deadline))"
        }
        guard let connector = start.route.connector else {
            return "without a connector there is no timer: only a result ends processing"
        }
        return "\(connector) has no processing period: only a result ends processing"
    }

    /// That the period of an attempt has passed.
    private func unanswered(_ attempt: OpenAttempt, _ route: Route) -> String {
        let period = Listing.count(route.periodMinutes ?? 0, "minute")
        let deadline = attempt.deadline.map(time) ?? "its deadline"
        let text =
            "\(Words.gateway(route)) had \(period) from \(time(attempt.startedAt)) to answer for "
            + name(attempt.attempt)
        guard let dropped = dropped(for: attempt) else {
            return text + ", and did not answer by \(deadline)"
        }
        return text + ", and no answer was applied by \(deadline): \(dropped)"
    }

    /// What came for an attempt and was dropped, as the end of a sentence.
    private func droppedBefore(_ attempt: OpenAttempt) -> String {
        dropped(for: attempt).map { "; " + $0 } ?? ""
    }

    // MARK: Parts

    func name(_ id: String) -> String { Words.name(id) }

    func completed(_ payer: Payer) -> String {
        "the payment was completed by \(name(payer.attempt)) at \(time(payer.at))"
    }

    /// How a result came for an attempt that was not the current one, as the end of a clause.
    func circumstance(_ answer: Reason.Answer, _ standing: Standing) -> String {
        switch standing {
        case .expired(let deadline):
            let late = answer.at.duration(since: deadline)
            if late > .zero {
                return ", \(Words.duration(late)) after it had expired at \(time(deadline))"
            }
            return
                ", exactly at its deadline, \(time(deadline)), but after another event at that instant, "
                + "before which it expired"
        case .declined(let at):
            return ", which had been declined at \(time(at))" + delay(answer)
        case .superseded(let other, let at):
            return ", which had been superseded by \(name(other)) at \(time(at))" + delay(answer)
        }
    }

    /// `lateness` as a clause of its own, where it could be read as that of something else.
    private func delay(_ answer: Reason.Answer) -> String {
        let lateness = lateness(answer, whose: name(answer.attempt) + "'s")
        return lateness.isEmpty ? "" : "; the result came" + lateness.dropFirst()
    }

    /// How long after its deadline a result came, as the end of a clause; empty if it did not.
    func lateness(_ answer: Reason.Answer, whose: String = "its") -> String {
        guard let deadline = answer.deadline else { return "" }
        let late = answer.at.duration(since: deadline)
        guard late > .zero else { return "" }
        return ", \(Words.duration(late)) after \(whose) deadline at \(time(deadline))"
    }
}
