import Reporting
import SourceText

/// Findings in texts made up for the tests: the range in question is between « and ».
enum Cases {
    static let error = DiagnosticCode("test-error", .error, reason: "A test.", remedy: "None.")
    static let warning = DiagnosticCode(
        "test-warning", .warning, reason: "A test.", remedy: "None.")

    static func finding(
        _ path: String, _ marked: String, _ message: String = "this is wrong",
        _ code: DiagnosticCode = error, hint: String? = nil, notes: [Diagnostic.Note] = []
    ) -> Diagnostic {
        let span = span(path, marked)
        return Diagnostic(code, message, at: span, pointer: "/a", hint: hint, notes: notes)
    }

    static func span(_ path: String, _ marked: String) -> SourceSpan {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for scalar in marked.unicodeScalars {
            if scalar == "«" || scalar == "»" {
                ends.append(bytes.count)
            } else {
                bytes += Array(String(scalar).utf8)
            }
        }
        let source = SourceText(path: path, bytes: bytes)
        return source.span(SourceRange(start: ends.first ?? 0, end: ends.last ?? 0))
    }

    static func text(
        _ diagnostics: [Diagnostic], style: TextStyle = .plain
    ) -> [UInt8] {
        var output: [UInt8] = []
        let report = Report(diagnostics, files: 1, documents: 1)
        TextReport(style: style).write(report) { output += $0 }
        return output
    }

    static func json(_ diagnostics: [Diagnostic]) -> [UInt8] {
        var output: [UInt8] = []
        JSONReport().write(Report(diagnostics, files: 3, documents: 4)) { output += $0 }
        return output
    }
}
