import Scenarios
import SourceText

/// The locations of results and of what they report.
struct LocatedResults {
    private let locations: [Locations]

    /// The location of a result, and those of its diagnostics in their order.
    struct Locations {
        let result: LocatedRange
        let findings: [LocatedRange]
    }

    init(_ results: [ScenarioResult]) {
        let spans = results.map { [$0.span] + $0.diagnostics.map(\.span) }
        var rest = SpanLocator(spans.flatMap { $0 }).locations[...]
        locations = spans.map { spans in
            let own = rest.prefix(spans.count)
            rest = rest.dropFirst(spans.count)
            return Locations(result: own[own.startIndex], findings: Array(own.dropFirst()))
        }
    }

    subscript(index: Int) -> Locations { locations[index] }
}
