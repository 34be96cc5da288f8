import JSONText
import SourceText

/// Writes findings as JSON (`spec/formats.md`): keys in a fixed order, one finding a line.
public struct JSONReport: Sendable {
    public init() {}

    /// Hands the report to `sink`, piece by piece.
    public func write(_ report: Report, to sink: ([UInt8]) -> Void) {
        var json = JSONWriter()
        json.object { json in
            let summary = report.summary
            json.number("formatVersion", 1)
            json.boolean("valid", summary.errors == 0)
            json.object("summary") { json in
                json.number("files", summary.files)
                json.number("documents", summary.documents)
                json.number("errors", summary.errors)
                json.number("warnings", summary.warnings)
                json.number("notes", summary.notes)
            }
            json.rows("diagnostics", report.findings) { finding, json in
                json.object { write(finding, to: &$0) }
                json.pass(to: sink)
            }
            if report.unreported > 0 { json.number("unreported", report.unreported) }
        }
        sink(json.take() + [ASCII.lineFeed])
    }

    private func write(_ finding: Report.Finding, to json: inout JSONWriter) {
        let diagnostic = finding.diagnostic
        json.text("code", diagnostic.code.name)
        json.text("severity", diagnostic.severity.rawValue)
        json.text("message", diagnostic.message)
        json.text("file", diagnostic.span.source.path)
        json.number("line", finding.range.start.line)
        json.number("column", finding.range.start.column)
        json.number("endLine", finding.range.end.line)
        json.number("endColumn", finding.range.end.column)
        json.text("pointer", diagnostic.pointer)
        json.text("hint", diagnostic.hint)
    }
}
