import Scenarios
import SourceText

/// How many scenarios ended in which way.
struct ScenarioCounts {
    private(set) var passed = 0
    private(set) var failed = 0
    private(set) var errors = 0
    private(set) var expectations = 0
    private(set) var nanoseconds: UInt64 = 0

    init(_ results: some Sequence<ScenarioResult>) {
        for result in results {
            switch result.outcome {
            case .passed: passed += 1
            case .failed: failed += 1
            case .error: errors += 1
            }
            expectations += result.expectationCount
            nanoseconds += result.nanoseconds
        }
    }

    var all: Int { passed + failed + errors }

    /// One line for people.
    var text: String {
        var parts = ["\(passed) passed"]
        if failed > 0 { parts.append("\(failed) failed") }
        if errors > 0 { parts.append("\(errors) could not run") }
        return Listing.count(all, "scenario") + ": " + parts.joined(separator: ", ") + "; "
            + Listing.count(expectations, "expectation")
    }
}

extension ScenarioResult {
    /// What it is called in lists: its identifier, or its file where that could not be read.
    var name: String { id.isEmpty ? "scenarios that cannot be read" : id }

    /// The outcome's stable name.
    var outcomeName: String {
        switch outcome {
        case .passed: "passed"
        case .failed: "failed"
        case .error: "error"
        }
    }
}
