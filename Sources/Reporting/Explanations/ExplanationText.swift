internal import Payments
internal import SourceText
public import Stories

/// One payment's story for people: a line for each step, and below it what is to be said about it.
public struct ExplanationText {
    private let explanation: Explanation

    public init(_ explanation: Explanation) {
        self.explanation = explanation
    }

    public var text: String {
        var text = ""
        write { text += $0 }
        return text
    }

    /// Writes the text piece by piece: there may be hundreds of thousands of steps.
    public func write(_ output: (String) -> Void) {
        output(head + "\n")
        writeSteps(output)
        output("\n" + summary + whyNot)
    }

    private var head: String {
        guard let state = explanation.state else {
            return PrintableText.escaped(
                "\(Words.name(explanation.payment)): a payment that no event has created") + "\n"
        }
        let through = state.connector.map { " through \($0)" } ?? ""
        return PrintableText.escaped(
            "\(Words.name(explanation.payment)): \(state.amount) \(state.currency), owed by "
                + "\(Words.name(state.client)), by \(Words.name(state.method))\(through)") + "\n"
    }

    // MARK: Steps

    /// Columns as wide as they must be for all steps; the sentences below are not in columns.
    private func writeSteps(_ output: (String) -> Void) {
        let title = ["STEP", "TIME (UTC)", "EVENT", "ATTEMPT", "RULE", "FROM", "TO", "LOCATION"]
        var columns = TextColumns()
        columns.widen(for: title)
        for step in explanation.steps { columns.widen(for: Self.cells(step)) }
        output(columns.line(title))
        for step in explanation.steps {
            output(columns.line(Self.cells(step)) + Self.details(step))
        }
    }

    private static func cells(_ step: ExplainedStep) -> [String] {
        let row = step.row
        let location = row.file.map { file in file + (row.line.map { ":\($0)" } ?? "") }
        return [
            "\(row.number)", row.at.text, step.event ?? "timer", row.attempt.map(Words.name) ?? "-",
            row.rule.name, row.from?.name ?? "-", row.to?.name ?? "-", location ?? "-",
        ].map(PrintableText.escaped)
    }

    private static func details(_ step: ExplainedStep) -> String {
        let sentences = step.sentences
        var text = paragraph("why", sentences.text(step.reason))
        for oddity in step.oddities {
            let sentence = sentences.text(oddity).map { ": \($0)" } ?? ""
            text += paragraph("odd", oddity.kind.name + sentence)
        }
        for change in step.timerChanges { text += paragraph("timer", sentences.text(change)) }
        if let sentence = sentences.moneyChange(step) { text += paragraph("money", sentence) }
        if let sentence = sentences.errorChange(step) { text += paragraph("error", sentence) }
        return text
    }

    private static func paragraph(_ label: String, _ sentence: String) -> String {
        var label = label.padding(to: labelWidth)
        return WrappedText.lines(sentence, width: 100 - indent.utf8.count - labelWidth).map {
            defer { label = "".padding(to: labelWidth) }
            return indent + label + $0 + "\n"
        }.joined()
    }

    private static let indent = "      "
    private static let labelWidth = 7

    // MARK: The end

    private var summary: String {
        var table = TextTable(indent: "  ")
        for (label, value) in ExplanationSummary(explanation).rows {
            table.append([label, value])
        }
        return "Summary\n" + table.text
    }

    private var whyNot: String {
        guard let question = explanation.whyNot else { return "" }
        let sentences = Sentences(on: nil)
        var text = "\nWhy not \(question.status.name)\n"
        for line in WrappedText.lines(sentences.answer(question), width: 98) {
            text += "  \(line)\n"
        }
        for finding in question.findings {
            var mark = "  - "
            for line in WrappedText.lines(sentences.text(finding), width: 96) {
                text += mark + line + "\n"
                mark = "    "
            }
        }
        return text
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - utf8.count))
    }
}
