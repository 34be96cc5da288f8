import Reporting
import SourceText
import Testing

@Suite("The order and number of findings")
struct OrderTests {
    @Test("file by bytes, then line, column, code")
    func order() {
        let text = SourceText(path: "b.yaml", bytes: Array("one two\nthree\n".utf8))
        func at(_ source: SourceText, _ offset: Int, _ code: DiagnosticCode) -> Diagnostic {
            Diagnostic(code, "m", at: source.span(SourceRange(at: offset)))
        }
        let names = ["é.yaml", "a/b.yaml", "a-b.yaml", "B.yaml", "e\u{301}.yaml"]
        let others = names.map { SourceText(path: $0, bytes: Array("x".utf8)) }
        let findings =
            [at(text, 8, Cases.error), at(text, 4, Cases.warning), at(text, 4, Cases.error)]
            + others.map { at($0, 0, Cases.error) } + [at(text, 0, Cases.warning)]
        let report = Report(findings, files: 1, documents: 1)
        let found = report.findings.map { finding in
            let place = finding.range.start
            return "\(finding.diagnostic.span.source.path) \(place.line):\(place.column) "
                + finding.diagnostic.severity.rawValue
        }
        #expect(
            found.map { Array($0.utf8) }
                == [
                    "B.yaml 1:1 error", "a-b.yaml 1:1 error", "a/b.yaml 1:1 error",
                    "b.yaml 1:1 warning", "b.yaml 1:5 error", "b.yaml 1:5 warning",
                    "b.yaml 2:1 error", "e\u{301}.yaml 1:1 error", "é.yaml 1:1 error",
                ].map { Array($0.utf8) })
    }

    @Test(
        arguments: [
            (0, 0, 1, "no findings in 1 file"), (1, 0, 1, "1 error in 1 file"),
            (2, 1, 3, "2 errors, 1 warning in 3 files"), (0, 2, 0, "2 warnings in 0 files"),
        ])
    func summary(_ errors: Int, _ warnings: Int, _ files: Int, _ expected: String) {
        let findings =
            Array(repeating: Cases.finding("a", "«»"), count: errors)
            + Array(repeating: Cases.finding("a", "«»", "m", Cases.warning), count: warnings)
        #expect(ReportSummary(findings, files: files, documents: 1).text == expected)
    }

    @Test("what was checked")
    func checked() {
        let summary = ReportSummary(
            [], files: 4, documents: 10, checked: ["3 connectors", "5 methods", "2 scenarios"])
        #expect(
            summary.text
                == "checked 3 connectors, 5 methods, 2 scenarios in 4 files\nno findings in 4 files"
        )
    }

    @Test(
        "many findings in one long line, in any order, take no quadratic time",
        .timeLimit(.minutes(1)))
    func manyInOneLine() {
        let count = 20_000
        let source = SourceText(path: "a.json", bytes: [UInt8](repeating: 0x61, count: count * 5))
        let findings = (0..<count).map { index in
            let start = index * 7919 % count * 5
            let span = source.span(SourceRange(start: start, end: source.bytes.count - start))
            return Diagnostic(Cases.error, "m", at: span, notes: [.init("n", at: span)])
        }
        let report = Report(findings, files: 1, documents: 1)
        let columns = report.findings.map(\.range.start.column)
        #expect(columns == (0..<count).map { $0 * 5 + 1 })
        var bytes = 0
        TextReport().write(report) { bytes += $0.count }
        #expect(bytes > count * 100)
    }
}
