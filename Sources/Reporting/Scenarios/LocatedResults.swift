import Scenarios
import SourceText

/// The places of results and of what they report.
struct LocatedResults {
    private let places: [Places]

    /// The place of a result, and those of its diagnostics in their order.
    struct Places {
        let result: LocatedRange
        let findings: [LocatedRange]
    }

    init(_ results: [ScenarioResult]) {
        let spans = results.map { [$0.span] + $0.diagnostics.map(\.span) }
        var rest = SpanLocator(spans.flatMap { $0 }).locations[...]
        places = spans.map { spans in
            let own = rest.prefix(spans.count)
            rest = rest.dropFirst(spans.count)
            return Places(result: own[own.startIndex], findings: Array(own.dropFirst()))
        }
    }

    subscript(index: Int) -> Places { places[index] }
}
