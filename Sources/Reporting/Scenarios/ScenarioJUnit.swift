public import Scenarios
import SourceText

/// Results of scenarios as JUnit's XML: a suite a file, a case a scenario.
public struct ScenarioJUnit: Sendable {
    public init() {}

    /// Hands the report to `sink`, piece by piece.
    public func write(_ report: ScenarioReport, to sink: ([UInt8]) -> Void) {
        let results = report.results
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites name=\"connectorctl\"\(attributes(of: results[...]))>\n"
        sink(Array(text.utf8))
        let locations = LocatedResults(results)
        var start = results.startIndex
        while start < results.endIndex {
            let file = results[start].file
            let end =
                results[start...].firstIndex { !ByteOrder.equal($0.file, file) }
                ?? results.endIndex
            sink(Array(suite(file, results[start..<end], locations).utf8))
            start = end
        }
        sink(Array("</testsuites>\n".utf8))
    }

    private func suite(
        _ file: String, _ results: ArraySlice<ScenarioResult>, _ locations: LocatedResults
    ) -> String {
        var text = "  <testsuite name=\"\(XMLText.attribute(file))\"\(attributes(of: results))>\n"
        for (index, result) in zip(results.indices, results) {
            text += testCase(result, locations[index])
        }
        return text + "  </testsuite>\n"
    }

    private func attributes(of results: ArraySlice<ScenarioResult>) -> String {
        let counts = ScenarioCounts(results)
        return " tests=\"\(counts.all)\" failures=\"\(counts.failed)\" errors=\"\(counts.errors)\""
            + " time=\"\(Self.seconds(counts.nanoseconds))\""
    }

    private func testCase(_ result: ScenarioResult, _ locations: LocatedResults.Locations) -> String
    {
        let head =
            "    <testcase classname=\"\(XMLText.attribute(result.file))\""
            + " name=\"\(XMLText.attribute(result.name))\""
            + " time=\"\(Self.seconds(result.nanoseconds))\""
        let element: String
        switch result.outcome {
        case .passed: return head + "/>\n"
        case .failed: element = "failure"
        case .error: element = "error"
        }
        let diagnostics = result.diagnostics
        let type = diagnostics.first?.code.name ?? ""
        // Readers of the format take one element a case.
        let details = zip(diagnostics, locations.findings).map { ScenarioDetail.text($0, $1) }
        return head + ">\n      <\(element) type=\"\(type)\""
            + " message=\"\(XMLText.attribute(diagnostics.first?.message ?? ""))\">"
            + XMLText.content(details.joined()) + "</\(element)>\n    </testcase>\n"
    }

    /// Seconds with six digits after the point.
    private static func seconds(_ nanoseconds: UInt64) -> String {
        let micros = String(nanoseconds / 1000 % 1_000_000)
        let zeros = String(repeating: "0", count: 6 - micros.utf8.count)
        return "\(nanoseconds / 1_000_000_000).\(zeros)\(micros)"
    }
}

/// A finding about a scenario in plain lines, for formats that carry text.
enum ScenarioDetail {
    static func text(_ diagnostic: Diagnostic, _ range: LocatedRange) -> String {
        let path = PrintableText.escaped(diagnostic.span.source.path)
        let head = "\(path):\(range.start.line):\(range.start.column): " + diagnostic.message
        let notes = diagnostic.notes.map { "  " + $0.message }
        let hint = diagnostic.hint.map { ["  hint: " + $0] } ?? []
        return ([head] + notes + hint).joined(separator: "\n") + "\n"
    }
}
