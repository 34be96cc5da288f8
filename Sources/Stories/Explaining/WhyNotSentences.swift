internal import Events
internal import Payments

/// The sentences that answer why a payment is not in a status.
extension Sentences {
    /// The answer in one sentence.
    public func answer(_ question: WhyNot) -> String {
        let name = question.status.name
        return switch question.answer {
        case .notCreated: "the payment was never \(name): nothing created it"
        case .isThere:
            "the payment is \(name) at the end, and has been since "
                + (question.stays.last.map { time($0.entered) } ?? "its creation")
        case .neverThere(let now, let since):
            "the payment was never \(name); it has been \(now.name) since \(time(since))"
        case .wasThere(let now, let since):
            "the payment was \(name) \(stays(question.stays)); it has been \(now.name) since "
                + time(since)
        }
    }

    private func time(_ mark: WhyNot.Mark) -> String {
        "\(time(mark.at)) (step \(mark.step), \(mark.rule.name))"
    }

    private func stays(_ stays: [WhyNot.Stay]) -> String {
        guard let last = stays.last else { return "" }
        let span = "from \(time(last.entered))" + (last.left.map { " to \(time($0))" } ?? "")
        return stays.count == 1 ? span : "\(stays.count) times, most recently \(span)"
    }

    /// A finding as a sentence.
    public func text(_ finding: WhyNot.Finding) -> String {
        switch finding.facts {
        case .notCreated: "no event has created this payment"
        case .noAttempt: "no attempt to pay it was ever started"
        case .unanswered(let attempt, let route, let silence, let end):
            "\(name(attempt.attempt)), started at \(time(attempt.startedAt)), has no result: "
                + text(silence, attempt, route, end)
        case .declined(let attempt, let route, let at, let error):
            "\(name(attempt.attempt)) was declined by \(Words.gateway(route)) at \(time(at)) with "
                + Words.error(error) + (dropped(for: attempt).map { "; " + $0 } ?? "")
        case .step(let reason, let role):
            "step \(finding.step ?? 0) \(text(role)): \(text(reason))"
        case .underWay(let attempt, let route, let end):
            "\(name(attempt.attempt)) has been under way since \(time(attempt.startedAt)): "
                + text(.open, attempt, route, end)
        case .final(let payer):
            "\(completed(payer)), and a completed payment stays completed"
        }
    }

    private func text(_ role: WhyNot.Role) -> String {
        switch role {
        case .broughtIt: "put it in that status"
        case .tookItAway: "took it out of that status"
        case .wasNotApplied: "was not applied"
        }
    }

    private func text(
        _ silence: WhyNot.Silence, _ attempt: OpenAttempt, _ route: Route, _ end: Timestamp
    ) -> String {
        if let dropped = dropped(for: attempt) {
            return text(silence, attempt, route, end, dropped)
        }
        let gateway = Words.gateway(route)
        let deadline = attempt.deadline.map(time)
        switch silence {
        case .expired:
            let later = attempt.deadline == end ? "" : ", or at any later time up to \(time(end))"
            return "\(gateway) did not answer by \(deadline ?? "its deadline")" + later
        case .superseded(let other, let at):
            return "\(name(other)) replaced it at \(time(at)), and \(gateway) had said nothing "
                + "by \(time(end))"
        case .open:
            guard let deadline else {
                return "\(gateway) had said nothing by \(time(end)), and there is no timer"
            }
            return "\(gateway) has until \(deadline), and the clock stops at \(time(end))"
        }
    }

    /// The same where results for the attempt were not applied.
    private func text(
        _ silence: WhyNot.Silence, _ attempt: OpenAttempt, _ route: Route, _ end: Timestamp,
        _ dropped: String
    ) -> String {
        let nothingElse = "\(dropped), and there was no other result up to \(time(end))"
        switch silence {
        case .expired: return nothingElse
        case .superseded(let other, let at):
            return "\(name(other)) replaced it at \(time(at)); \(nothingElse)"
        case .open:
            guard let deadline = attempt.deadline else {
                return "\(nothingElse); there is no timer"
            }
            return "\(dropped); \(Words.gateway(route)) has until \(time(deadline)), and the clock "
                + "stops at \(time(end))"
        }
    }
}
