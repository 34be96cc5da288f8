internal import Payments
public import Stories

/// One payment's story as a Mermaid sequence diagram between the client, the platform and the gateways.
public struct ExplanationMermaid {
    private let explanation: Explanation
    private let gateways: MermaidGateways

    public init(_ explanation: Explanation) {
        self.explanation = explanation
        gateways = MermaidGateways(explanation.steps)
    }

    public var text: String {
        var lines = ["sequenceDiagram"]
        let client = explanation.state.map { "client \($0.client)" } ?? "client"
        lines.append("    actor c as \(MermaidText.escaped(client))")
        let platform = "platform, payment \(Words.name(explanation.payment))"
        lines.append("    participant p as \(MermaidText.escaped(platform))")
        for (index, name) in gateways.names.enumerated() {
            lines.append("    participant g\(index) as \(MermaidText.escaped(name))")
        }
        for step in explanation.steps { lines += self.lines(step) }
        lines.append("    Note over c,p: \(MermaidText.note(end))")
        return lines.map { $0 + "\n" }.joined()
    }

    private var end: String {
        let clock = explanation.end.map { " when the clock stops at \($0.text)" } ?? ""
        guard let state = explanation.state else { return "no payment" + clock }
        let paidBy = state.paidBy.map { ", paid by \(Words.name($0))" } ?? ""
        return "\(state.status.name)\(paidBy)\(clock)"
    }

    // MARK: Steps

    private func lines(_ step: ExplainedStep) -> [String] {
        var lines = messages(step).map {
            "    \($0.arrow): \(MermaidText.escaped(step.row.at.text + " " + $0.text))"
        }
        lines.append("    Note over p: \(note(step))")
        if case .secondPayment(let answer, _, _, _) = step.reason {
            let text = "\(Words.money(answer.amount)) returned to the balance"
            lines.append("    p->>c: \(MermaidText.escaped(text))")
        }
        if let sentence = step.sentences.errorChange(step) {
            lines.append("    p-->>c: \(MermaidText.escaped("error " + sentence))")
        }
        return lines
    }

    /// A sentence for timers and for what changed nothing; the rule and the statuses for all.
    private func note(_ step: ExplainedStep) -> String {
        let row = step.row
        let (from, to) = (row.from?.name ?? "no payment", row.to?.name ?? "no payment")
        let status = row.from == row.to ? to : "\(from) to \(to)"
        var note = MermaidText.note("\(row.number). \(row.rule.name), \(status)")
        if row.from == row.to || row.file == nil {
            let time = row.file == nil ? row.at.text + " " : ""
            note += "<br/>" + MermaidText.note(time + step.sentences.text(step.reason))
        }
        for change in step.timerChanges where change.kind != .fired {
            note += "<br/>" + MermaidText.note("timer \(step.sentences.text(change))")
        }
        for oddity in step.oddities { note += "<br/>anomaly " + oddity.kind.name }
        return note
    }

    /// What went between the parties; nothing for a timer. A crossed arrow is what changed nothing.
    private func messages(_ step: ExplainedStep) -> [(arrow: String, text: String)] {
        let gateway = gateways.participant(of: step)
        let attempt = Words.name(step.row.attempt ?? "")
        switch step.reason {
        case .created(_, let amount, let route):
            let method = Words.name(route.method)
            return [("c->>p", "owes \(Words.money(amount)) by \(method)")]
        case .started(let start):
            let text = "\(attempt), \(Words.money(start.amount))"
            let method = Words.name(start.route.method)
            return [("c->>p", "attempt \(text) by \(method)"), ("p->>\(gateway)", "pay \(text)")]
        case .recorded(_, let amount, let route, _):
            let text = "attempt \(attempt), \(Words.money(amount)) by \(Words.name(route.method))"
            return [("c->>p", text)]
        case .paid(let answer), .paidLate(let answer, _), .paidLateDuringRetry(let answer, _, _),
            .secondPayment(let answer, _, _, _):
            return [
                ("\(gateway)->>p", "\(attempt) succeeded, \(Words.money(answer.amount))")
            ]
        case .declined(_, let error), .declinedLate(_, let error, _),
            .declinedLateDuringRetry(_, let error, _, _), .declineNotDisplayed(_, let error, _):
            return [("\(gateway)->>p", "\(attempt) failed, \(Words.error(error))")]
        case .expired, .expiredWithoutEffect: return []
        default:
            let sender = step.event == "gateway.result" ? gateway : "c"
            let type = step.event ?? ""
            return [("\(sender)-xp", step.row.attempt == nil ? type : "\(type) \(attempt)")]
        }
    }
}
