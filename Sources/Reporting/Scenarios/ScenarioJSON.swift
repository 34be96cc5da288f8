import Documents
public import Scenarios
import SourceText

/// Results of scenarios for programs: keys in a fixed order, one scenario a line, no times.
public struct ScenarioJSON: Sendable {
    public init() {}

    /// Hands the report to `sink`, piece by piece.
    public func write(
        _ report: ScenarioReport, coverage: Coverage?, to sink: ([UInt8]) -> Void
    ) {
        let counts = ScenarioCounts(report.results)
        var summary = JSONObjectWriter()
        summary.number("scenarios", counts.all)
        summary.number("passed", counts.passed)
        summary.number("failed", counts.failed)
        summary.number("errors", counts.errors)
        summary.number("expectations", counts.expectations)
        sink(Array("{\"formatVersion\":1,\"summary\":".utf8) + summary.end())
        if let coverage { sink(Array(",\"coverage\":".utf8) + CoverageJSON.object(coverage)) }
        sink(Array(",\"scenarios\":[".utf8))
        let places = LocatedResults(report.results)
        for (index, result) in report.results.enumerated() {
            sink(Array((index == 0 ? "\n" : ",\n").utf8) + row(result, places[index]))
        }
        sink(Array("\n]}\n".utf8))
    }

    private func row(_ result: ScenarioResult, _ places: LocatedResults.Places) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("id", result.id.isEmpty ? nil : result.id)
        object.text("title", result.title)
        object.text("file", result.file)
        object.number("line", places.result.start.line)
        object.text("outcome", result.outcomeName)
        object.number("expectations", result.expectationCount)
        var failures: [FailedExpectation] = []
        var problems: [Diagnostic] = []
        switch result.outcome {
        case .passed: break
        case .failed(let list): failures = list
        case .error(let list): problems = list
        }
        object.list("failures", zip(failures, places.findings)) {
            $1.append(contentsOf: Self.object($0.0, $0.1))
        }
        object.list("problems", zip(problems, places.findings)) {
            $1.append(contentsOf: Self.object($0.0, $0.1))
        }
        return object.end()
    }

    private static func object(_ failure: FailedExpectation, _ place: LocatedRange) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("subject", failure.subject)
        object.text("expected", failure.expected)
        object.text("actual", failure.actual)
        object.number("line", place.start.line)
        object.number("column", place.start.column)
        object.text("pointer", failure.node.pointer)
        object.texts("steps", failure.steps)
        return object.end()
    }

    private static func object(_ problem: Diagnostic, _ place: LocatedRange) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("code", problem.code.name)
        object.text("message", problem.message)
        object.text("file", problem.span.source.path)
        object.number("line", place.start.line)
        object.number("column", place.start.column)
        object.text("pointer", problem.pointer)
        object.text("hint", problem.hint)
        return object.end()
    }
}
