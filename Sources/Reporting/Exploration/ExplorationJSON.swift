public import Exploration
internal import JSONText
internal import Payments
internal import Stories

/// What a search found, as one JSON object (`spec/formats.md`): the same bytes every time.
public struct ExplorationJSON {
    private let found: Exploration
    private let scenarios: [String]

    /// - Parameter scenarios: the scenario of each violation.
    public init(_ found: Exploration, scenarios: [String]) {
        self.found = found
        self.scenarios = scenarios
    }

    public var bytes: [UInt8] {
        JSONWriter.file { json in
            json.number("formatVersion", 1)
            writeSearch(to: &json)
            writeFindings(to: &json)
        }
    }

    private func writeSearch(to json: inout JSONWriter) {
        json.object("bounds") { json in
            json.number("attempts", found.bounds.attempts)
            json.number("depth", found.bounds.depth)
        }
        json.list("methods", found.methods) { method, json in
            json.object { json in
                json.text("method", method.id)
                json.number("processingPeriodMinutes", method.periodMinutes)
            }
        }
        json.number("states", found.stateCount)
        json.list("statesByDepth", found.levels) { $1.number($0) }
        json.number("transitions", found.moveCount)
        json.number("closings", found.closingCount)
        json.text("ending", found.ending.name)
        json.number("closedAtDepth", found.ending.closedDepth)
    }

    private func writeFindings(to json: inout JSONWriter) {
        json.list("rules", Rule.allCases) { rule, json in
            json.object { write(rule, to: &$0) }
        }
        json.list("anomalies", found.anomalies) { anomaly, json in
            json.object { json in
                json.text("kind", anomaly.kind.name)
                json.number("count", anomaly.count)
            }
        }
        InvariantList.write(to: &json) { invariant in
            found.violations.first { $0.invariant == invariant }?.count ?? 0
        }
        json.list("violations", zip(found.violations, scenarios)) { row, json in
            json.object { json in
                json.text("invariant", row.0.invariant.name)
                json.number("steps", row.0.count)
                json.number("events", row.0.witness.events.count)
                json.text("scenario", row.1)
            }
        }
    }

    private func write(_ rule: Rule, to json: inout JSONWriter) {
        json.text("rule", rule.name)
        for (moment, key) in zip(Moment.allCases, ["before", "at", "after", "withoutDeadline"]) {
            json.number(key, found.count(rule, moment))
        }
    }
}

extension Exploration {
    /// How often `rule` was applied at `moment`.
    func count(_ rule: Rule, _ moment: Moment) -> Int {
        cells.first { $0.cell == Witnesses.Cell(rule: rule, moment: moment) }?.count ?? 0
    }
}

extension Exploration.Ending {
    /// The stable name.
    var name: String {
        switch self {
        case .closed: "closed"
        case .depthReached: "depth-reached"
        case .tooManyStates: "too-many-states"
        }
    }

    var closedDepth: Int? {
        if case .closed(let depth) = self { depth } else { nil }
    }
}
