public import Scenarios
import SourceText

/// Results of scenarios for people: what did not pass, in the manner of rustc, and a summary.
public struct ScenarioText: Sendable {
    private let style: TextStyle

    public init(style: TextStyle = .plain) {
        self.style = style
    }

    /// Hands the report to `sink`, piece by piece.
    public func write(_ report: ScenarioReport, to sink: ([UInt8]) -> Void) {
        let findings = Report(report.results.flatMap(\.diagnostics), files: 0, documents: 0)
        TextReport(style: style).writeFindings(of: findings, to: sink)
        let locations = SpanLocator(report.results.map(\.span)).locations
        var table = TextTable()
        for (result, range) in zip(report.results, locations) {
            let word: String
            switch result.outcome {
            case .passed: continue
            case .failed: word = "failed"
            case .error: word = "could not run"
            }
            table.append([word, result.name, "\(result.file):\(range.start.line)"])
        }
        sink(Array((table.text + ScenarioCounts(report.results).text + "\n").utf8))
    }
}
