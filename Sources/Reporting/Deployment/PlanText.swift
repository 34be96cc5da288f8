public import Deployment
import SourceText

/// A plan for people.
public struct PlanText: Sendable {
    private let plan: Plan
    private let style: TextStyle
    /// Longer values are cut; JSON has them whole.
    private static let longestValue = 100

    public init(_ plan: Plan, style: TextStyle = .plain) {
        self.plan = plan
        self.style = style
    }

    public var text: String {
        var text = plan.changes.map(block).joined()
        for refusal in plan.refusals {
            text += style.heading("refused", .error)
            text += " [\(PlanSentences.code(refusal).name)]: "
            text += PrintableText.escaped(PlanSentences.text(refusal)) + "\n"
        }
        if !text.isEmpty { text += "\n" }
        return text + "Plan: " + PlanSentences.counts(plan) + "\n"
    }

    private func block(_ change: Change) -> String {
        let number = change.number.map { " (number \($0))" } ?? ""
        var text =
            style.strong(
                "\(mark(change)) \(change.kind.rawValue) \(PrintableText.escaped(change.id))")
            + number
        text += "\n"
        for field in change.fields { text += "    " + line(field, change.action) + "\n" }
        for note in change.notes {
            text += "    = " + PrintableText.escaped(PlanSentences.text(note, of: change)) + "\n"
        }
        return text
    }

    private func mark(_ change: Change) -> String {
        switch change.action {
        case .create: "+"
        case .update: "~"
        case .delete: "-"
        }
    }

    private func line(_ field: FieldChange, _ action: Change.Action) -> String {
        let name = PrintableText.escaped(field.path) + ": "
        switch (field.old, field.new) {
        case (nil, let new?) where action == .create: return name + shown(new)
        case (let old, let new):
            // Values that differ only where they are cut off are shown whole.
            let isWhole = old.map(shown) == new.map(shown)
            let show = isWhole ? PrintableText.escaped : shown
            return name + (old.map(show) ?? "(none)") + " → " + (new.map(show) ?? "(none)")
        }
    }

    private func shown(_ value: String) -> String {
        let text = PrintableText.escaped(value)
        guard text.count > Self.longestValue else { return text }
        return text.prefix(Self.longestValue) + "…"
    }
}
