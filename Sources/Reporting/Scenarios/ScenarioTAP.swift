import Documents
public import Scenarios
import SourceText

/// Results of scenarios in the Test Anything Protocol, version 14.
public struct ScenarioTAP: Sendable {
    public init() {}

    /// Hands the report to `sink`, piece by piece.
    public func write(_ report: ScenarioReport, to sink: ([UInt8]) -> Void) {
        sink(Array("TAP version 14\n1..\(report.results.count)\n".utf8))
        let locations = LocatedResults(report.results)
        for (index, result) in report.results.enumerated() {
            sink(Array(point(result, index + 1, locations[index]).utf8))
        }
    }

    private func point(
        _ result: ScenarioResult, _ number: Int, _ locations: LocatedResults.Locations
    ) -> String {
        let title = result.title.map { ": " + $0 } ?? ""
        let line = "\(number) - \(Self.escaped(result.name + title))\n"
        if case .passed = result.outcome { return "ok " + line }
        return "not ok " + line + "  ---\n" + details(result, locations) + "  ...\n"
    }

    /// YAML.
    private func details(_ result: ScenarioResult, _ locations: LocatedResults.Locations) -> String
    {
        var text = "  outcome: \(result.outcomeName)\n"
        text += "  file: \(YAMLText.quoted(result.file))\n  line: \(locations.result.start.line)\n"
        text += "  findings:\n"
        for (diagnostic, range) in zip(result.diagnostics, locations.findings) {
            text += "    - line: \(range.start.line)\n"
            text += "      message: \(YAMLText.quoted(diagnostic.message))\n"
            let notes = diagnostic.notes.map { YAMLText.quoted($0.message) }
            if !notes.isEmpty { text += "      notes: [\(notes.joined(separator: ", "))]\n" }
            if let hint = diagnostic.hint { text += "      hint: \(YAMLText.quoted(hint))\n" }
        }
        return text
    }

    /// `#` would begin a directive.
    private static func escaped(_ text: String) -> String {
        PrintableText.escaped(text).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    }
}
