public import Exploration
internal import Payments
import SourceText
internal import Stories

/// What a search found, for people.
public struct ExplorationText {
    private let found: Exploration
    private let seconds: Double

    /// - Parameter seconds: how long it took.
    public init(_ found: Exploration, seconds: Double) {
        self.found = found
        self.seconds = seconds
    }

    public var text: String {
        summary + "\n" + rules + "\n" + anomalies + "\n" + invariants + "\n" + verdict
    }

    private var summary: String {
        var table = TextTable()
        let bounds = found.bounds
        table.append([
            "bounds",
            "\(Listing.count(bounds.attempts, "attempt")), \(Listing.count(bounds.depth, "event"))",
        ])
        table.append(["methods", methods])
        table.append(["states", "\(found.stateCount), \(bytesPerState) bytes each"])
        table.append([
            "transitions", "\(found.moveCount) events, \(found.closingCount) ends of the clock",
        ])
        table.append(["depth", ending])
        table.append(["time", "\(tenths(seconds)) s"])
        return table.text
    }

    private var methods: String {
        let named = found.methods.map { method in
            "\(method.id) (\(method.periodMinutes.map { "\($0) min" } ?? "no period"))"
        }
        return (named + ["one that is not configured"]).joined(separator: ", ")
    }

    private var bytesPerState: Int { found.stateBytes / max(1, found.stateCount) }

    private var ending: String {
        switch found.ending {
        case .closed(let depth):
            "closed at depth \(depth): more events lead to no state that was not seen"
        case .depthReached:
            "cut by the bound of \(found.bounds.depth) events: more of them lead to more states"
        case .tooManyStates:
            "cut at \(found.stateCount) states, more than are held in memory"
        }
    }

    private func tenths(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private var rules: String {
        var table = TextTable()
        table.append(["RULE", "BEFORE", "AT", "AFTER", "NO DEADLINE"])
        for rule in Rule.allCases {
            table.append([rule.name] + Moment.allCases.map { "\(found.count(rule, $0))" })
        }
        return table.text
    }

    private var anomalies: String {
        var table = TextTable()
        table.append(["ANOMALY", "COUNT"])
        for anomaly in found.anomalies {
            table.append([anomaly.kind.name, "\(anomaly.count)"])
        }
        return table.text
    }

    private var invariants: String {
        var table = TextTable()
        table.append(["INVARIANT", "VIOLATED", "SENTENCE"])
        for invariant in Invariant.allCases {
            let count = found.violations.first { $0.invariant == invariant }?.count ?? 0
            table.append([
                invariant.name, count == 0 ? "never" : "by \(Listing.count(count, "step"))",
                invariant.sentence,
            ])
        }
        return table.text
    }

    private var verdict: String {
        let count = found.violations.count
        guard count > 0 else {
            return "every invariant held after every step, and wherever the clock stopped\n"
        }
        return "\(count) \(count == 1 ? "invariant does" : "invariants do") not hold\n"
    }
}
