public import Deployment
import SourceText

/// A plan as a comment on a pull request.
public struct PlanMarkdown: Sendable {
    private let plan: Plan

    public init(_ plan: Plan) {
        self.plan = plan
    }

    public var text: String {
        var text = "### connectorctl plan: \(PlanSentences.counts(plan))\n"
        for refusal in plan.refusals {
            text += "\n> **Refused** (`\(PlanSentences.code(refusal).name)`): "
            text += escaped(PlanSentences.text(refusal)) + "\n"
        }
        for change in plan.changes { text += section(change) }
        return text
    }

    private func section(_ change: Change) -> String {
        let number = change.number.map { " (number \($0))" } ?? ""
        var text =
            "\n**\(change.action.rawValue)** \(change.kind.rawValue) \(code(change.id))\(number)\n"
        if !change.fields.isEmpty {
            text += "\n| field | before | after |\n|---|---|---|\n"
            for field in change.fields {
                let (old, new) = (field.old.map(code) ?? "", field.new.map(code) ?? "")
                text += "| \(code(field.path)) | \(old) | \(new) |\n"
            }
        }
        for note in change.notes {
            text += "\n- " + escaped(PlanSentences.text(note, of: change))
        }
        return change.notes.isEmpty ? text : text + "\n"
    }

    /// A span of code in a table's cell: with more backquotes around it than in it, and no bar that
    /// would end the cell.
    private func code(_ text: String) -> String {
        let shown = PrintableText.escaped(text).replacing("|", with: "\\|")
        let longest = shown.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        return longest == 0 ? fence + shown + fence : "\(fence) \(shown) \(fence)"
    }

    /// Prose in which nothing is markup but spans of code.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in PrintableText.escaped(text).unicodeScalars {
            if "\\*_{}[]<>#|".unicodeScalars.contains(scalar) { result += "\\" }
            // As a reference it mentions nobody.
            if scalar == "@" { result += "&#64;" } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}
