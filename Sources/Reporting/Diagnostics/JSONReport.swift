import Documents
import SourceText

/// Writes findings as JSON, as the contract has it: keys in a fixed order, one finding a line.
public struct JSONReport: Sendable {
    private static let pieceBytes = 64 * 1024

    public init() {}

    /// Hands the report to `sink`, piece by piece.
    public func write(_ report: Report, to sink: ([UInt8]) -> Void) {
        var piece: [UInt8] = []
        appendHead(report.summary, to: &piece)
        var isFirst = true
        for finding in report.findings {
            piece.append(contentsOf: (isFirst ? "\n" : ",\n").utf8)
            isFirst = false
            append(finding, to: &piece)
            guard piece.count >= Self.pieceBytes else { continue }
            sink(piece)
            piece.removeAll(keepingCapacity: true)
        }
        piece.append(contentsOf: "\n]}\n".utf8)
        sink(piece)
    }

    private func appendHead(_ summary: ReportSummary, to piece: inout [UInt8]) {
        let head = """
            {"formatVersion":1,"valid":\(summary.errors == 0),"summary":{"files":\(summary.files),\
            "documents":\(summary.documents),"errors":\(summary.errors),\
            "warnings":\(summary.warnings),"notes":\(summary.notes)},"diagnostics":[
            """
        piece.append(contentsOf: head.utf8)
    }

    private func append(_ finding: Report.Finding, to piece: inout [UInt8]) {
        let diagnostic = finding.diagnostic
        append("{\"code\":", diagnostic.code.name, to: &piece)
        append(",\"severity\":", diagnostic.severity.rawValue, to: &piece)
        append(",\"message\":", diagnostic.message, to: &piece)
        append(",\"file\":", diagnostic.span.source.path, to: &piece)
        let (start, end) = (finding.place.start, finding.place.end)
        let place = """
            ,"line":\(start.line),"column":\(start.column),"endLine":\(end.line),\
            "endColumn":\(end.column)
            """
        piece.append(contentsOf: place.utf8)
        append(",\"pointer\":", diagnostic.pointer, to: &piece)
        append(",\"hint\":", diagnostic.hint, to: &piece)
        piece.append(UInt8(ascii: "}"))
    }

    private func append(_ key: String, _ value: String?, to piece: inout [UInt8]) {
        piece.append(contentsOf: key.utf8)
        if let value {
            JSONWriter.append(value, to: &piece)
        } else {
            piece.append(contentsOf: "null".utf8)
        }
    }
}
