import Documents
import JSONText
public import Scenarios
import SourceText

/// Results of scenarios for programs: keys in a fixed order, one scenario a line, no times.
public struct ScenarioJSON: Sendable {
    public init() {}

    /// Hands the report to `sink`, piece by piece.
    public func write(
        _ report: ScenarioReport, coverage: Coverage?, to sink: ([UInt8]) -> Void
    ) {
        let locations = LocatedResults(report.results)
        var json = JSONWriter()
        json.object { json in
            json.number("formatVersion", 1)
            json.object("summary") { Self.write(ScenarioCounts(report.results), to: &$0) }
            if let coverage { json.object("coverage") { CoverageJSON.write(coverage, to: &$0) } }
            json.rows("scenarios", report.results.enumerated()) { row, json in
                json.object { Self.write(row.element, locations[row.offset], to: &$0) }
                json.pass(to: sink)
            }
        }
        sink(json.take() + [ASCII.lineFeed])
    }

    private static func write(_ counts: ScenarioCounts, to json: inout JSONWriter) {
        json.number("scenarios", counts.all)
        json.number("passed", counts.passed)
        json.number("failed", counts.failed)
        json.number("errors", counts.errors)
        json.number("expectations", counts.expectations)
    }

    private static func write(
        _ result: ScenarioResult, _ locations: LocatedResults.Locations, to json: inout JSONWriter
    ) {
        json.text("id", result.id.isEmpty ? nil : result.id)
        json.text("title", result.title)
        json.text("file", result.file)
        json.number("line", locations.result.start.line)
        json.text("outcome", result.outcomeName)
        json.number("expectations", result.expectationCount)
        var failures: [FailedExpectation] = []
        var problems: [Diagnostic] = []
        switch result.outcome {
        case .passed: break
        case .failed(let list): failures = list
        case .error(let list): problems = list
        }
        json.list("failures", zip(failures, locations.findings)) { failure, json in
            json.object { write(failure.0, failure.1, to: &$0) }
        }
        json.list("problems", zip(problems, locations.findings)) { problem, json in
            json.object { write(problem.0, problem.1, to: &$0) }
        }
    }

    private static func write(
        _ failure: FailedExpectation, _ range: LocatedRange, to json: inout JSONWriter
    ) {
        json.text("subject", failure.subject)
        json.text("expected", failure.expected)
        json.text("actual", failure.actual)
        json.number("line", range.start.line)
        json.number("column", range.start.column)
        json.text("pointer", failure.node.pointer)
        json.texts("steps", failure.steps)
    }

    private static func write(
        _ problem: Diagnostic, _ range: LocatedRange, to json: inout JSONWriter
    ) {
        json.text("code", problem.code.name)
        json.text("message", problem.message)
        json.text("file", problem.span.source.path)
        json.number("line", range.start.line)
        json.number("column", range.start.column)
        json.text("pointer", problem.pointer)
        json.text("hint", problem.hint)
    }
}
