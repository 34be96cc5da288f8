public import Documents
public import SourceText
public import Stories

/// How a scenario ended.
public struct ScenarioResult: Sendable {
    /// Empty for a file in which no scenario could be read.
    public let id: String
    public let title: String?
    /// Where it is written.
    public let span: SourceSpan
    public let outcome: Verdict
    /// How many expectations it has.
    public let expectationCount: Int
    /// How long it took; 0 if nobody measured.
    public var nanoseconds: UInt64 = 0
    /// What happened, if that is kept and the scenario could run.
    public var book: StoryBook?
    /// The folder of the configuration that it tested, as the report's `worlds` are named; nil if it
    /// could not run.
    public var configuration: String?

    public enum Verdict: Sendable {
        case passed
        case failed([FailedExpectation])
        /// It could not run.
        case error([Diagnostic])
    }

    /// The file that it is in.
    public var file: String { span.source.path }
}

/// An expectation that what happened does not meet.
public struct FailedExpectation: Sendable {
    /// What is not as expected, in a few words.
    public let subject: String
    public let expected: String
    public let actual: String
    /// The node that says what is expected.
    public let node: Node
    /// The last steps of the payment, if it is about one.
    public let steps: [String]
}

extension FailedExpectation {
    /// The failure as a finding at its line; `scenario` is the identifier of the scenario.
    public func diagnostic(in scenario: String) -> Diagnostic {
        let notes = ["expected: " + expected, "actual:   " + actual] + steps
        return Diagnostic(
            .expectationFailed, "\(subject) is not as `\(scenario)` expects", at: node,
            notes: notes.map { Diagnostic.Note($0) })
    }
}

extension ScenarioResult {
    /// Why it did not pass, as findings at their lines.
    public var diagnostics: [Diagnostic] {
        switch outcome {
        case .passed: []
        case .failed(let failures): failures.map { $0.diagnostic(in: id) }
        case .error(let problems): problems
        }
    }
}
