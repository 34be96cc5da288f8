import SourceText

/// Shows findings to people, in the manner of rustc: a heading, the source line with carets, hints
/// and notes.
public struct TextReport: Sendable {
    private let style: TextStyle
    private static let pieceBytes = 64 * 1024

    public init(style: TextStyle = .plain) {
        self.style = style
    }

    /// Hands the findings and the summary to `sink`, piece by piece.
    public func write(_ report: Report, to sink: ([UInt8]) -> Void) {
        writeFindings(of: report, to: sink)
        sink(Array((report.summary.text + "\n").utf8))
    }

    /// Hands the findings to `sink`, piece by piece.
    func writeFindings(of report: Report, to sink: ([UInt8]) -> Void) {
        var piece = ""
        for finding in report.findings {
            append(finding, of: report, to: &piece)
            guard piece.utf8.count >= Self.pieceBytes else { continue }
            sink(Array(piece.utf8))
            piece = ""
        }
        if report.unreported > 0 { piece += Unreported.text(report.unreported) + "\n" }
        if !piece.isEmpty { sink(Array(piece.utf8)) }
    }

    private func append(_ finding: Report.Finding, of report: Report, to text: inout String) {
        let diagnostic = finding.diagnostic
        let title = "\(diagnostic.severity.rawValue)[\(diagnostic.code.name)]"
        text += style.heading(title, diagnostic.severity)
        text += style.strong(": " + diagnostic.message) + "\n"
        let gutter = gutterWidth(finding)
        let excerpt = Excerpt(
            style: style, severity: diagnostic.severity, mark: "^", gutter: gutter)
        let table = report.table(of: diagnostic.span.source)
        excerpt.append(diagnostic.span, finding.range, table, to: &text)
        if let hint = diagnostic.hint { text += remark("hint", hint, gutter) }
        appendNotes(finding, of: report, gutter, to: &text)
        text += "\n"
    }

    private func appendNotes(
        _ finding: Report.Finding, of report: Report, _ gutter: Int, to text: inout String
    ) {
        let excerpt = Excerpt(style: style, severity: .note, mark: "-", gutter: gutter)
        for (note, range) in zip(finding.diagnostic.notes, finding.noteRanges) {
            text += remark("note", note.message, gutter)
            guard let span = note.span, let range else { continue }
            excerpt.append(span, range, report.table(of: span.source), to: &text)
        }
    }

    private func remark(_ word: String, _ message: String, _ gutter: Int) -> String {
        let blanks = String(repeating: " ", count: gutter + 1)
        return blanks + style.frame("=") + " " + style.strong(word + ": ") + message + "\n"
    }

    /// The columns of the largest line number that the finding shows.
    private func gutterWidth(_ finding: Report.Finding) -> Int {
        let ranges = [finding.range] + finding.noteRanges.compactMap { $0 }
        let largest = ranges.map(\.end.line).max() ?? 1
        return String(largest).utf8.count
    }
}
