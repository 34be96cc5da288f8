internal import Events
internal import Payments
internal import SourceText
internal import Stories

/// How a payment is at the end, in a few rows for people.
struct ExplanationSummary {
    private let explanation: Explanation
    private let sentences = Sentences(on: nil)

    init(_ explanation: Explanation) {
        self.explanation = explanation
    }

    var rows: [(label: String, value: String)] {
        var rows: [(String, String)] = [("clock", explanation.end?.text ?? "no events")]
        if let state = explanation.state {
            rows += [
                ("status", "\(state.status.name) since \(state.changedAt.text)"),
                ("paid by", paidBy(state)), ("returned", returned),
                ("timer", timer),
                ("error", state.displayedError.map(Words.error) ?? "none displayed"),
                ("attempts", attempts(state)),
            ]
        } else {
            rows.append(("status", "none: no event has created the payment"))
        }
        return rows + [("anomalies", anomalies), ("stream", stream)]
    }

    private var money: MoneyStanding? { explanation.steps.last?.money }

    private func paidBy(_ state: PaymentState) -> String {
        guard let attempt = state.paidBy, let paid = money?.paid else {
            return "nobody; \(state.amount) \(state.currency) outstanding"
        }
        return "\(Words.name(attempt)), \(Words.money(paid))"
    }

    private var returned: String {
        guard let money, money.returned.minorUnits > 0 else { return "nothing" }
        return "\(Words.money(money.returned)) to the balance of \(Words.name(money.client))"
    }

    private var timer: String {
        guard let timer = explanation.steps.last?.timer else { return "none armed" }
        return "armed for \(Words.name(timer.attempt)) until \(timer.deadline.text)"
    }

    private func attempts(_ state: PaymentState) -> String {
        if state.attempts.isEmpty { return "none" }
        let named = state.attempts.prefix(Self.mostNamed).map { attempt in
            let outcome = attempt.outcome?.name ?? "without a result" + dropped(attempt)
            return "\(Words.name(attempt.attempt)) \(outcome)"
                + (attempt.returned ? " and returned" : "")
        }
        let rest = state.attempts.count - named.count
        return "\(state.attempts.count): " + named.joined(separator: ", ")
            + (rest > 0 ? ", and \(rest) more" : "")
    }

    /// What came for an attempt that has no result, and was not applied.
    private func dropped(_ attempt: AttemptState) -> String {
        let results = explanation.steps.compactMap(\.reason.dropped).filter {
            ByteOrder.equal($0.attempt, attempt.attempt)
        }
        if results.isEmpty { return "" }
        return " (\(sentences.count(results)) \(results.count == 1 ? "was" : "were") dropped)"
    }

    private static let mostNamed = 8

    private var anomalies: String {
        let anomalies = explanation.anomalies
        if anomalies.isEmpty { return "none" }
        return Anomaly.allCases.compactMap { kind in
            let count = anomalies.count { $0 == kind }
            return count == 0 ? nil : "\(count) \(kind.name)"
        }.joined(separator: ", ")
    }

    private var stream: String {
        let counts = explanation.stream
        var text = "\(counts.events) events read"
        if counts.afterEnd > 0 { text += ", \(counts.afterEnd) after the end" }
        if counts.rejected > 0 { text += ", \(counts.rejected) invalid and passed over" }
        return text
    }
}
