internal import Documents
public import Exploration
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
        var object = JSONObjectWriter()
        object.number("formatVersion", 1)
        object.value("bounds", bounds)
        object.list("methods", found.methods) { $1 += Self.method($0) }
        object.number("states", found.stateCount)
        object.list("statesByDepth", found.levels) { $1 += Array(String($0).utf8) }
        object.number("transitions", found.moveCount)
        object.number("closings", found.closingCount)
        object.text("ending", found.ending.name)
        object.value("closedAtDepth", found.ending.closedDepth.map(String.init) ?? "null")
        object.list("rules", Rule.allCases) { $1 += row($0) }
        object.list("anomalies", found.anomalies) { $1 += Self.anomaly($0.kind, $0.count) }
        object.list("invariants", Invariant.allCases) {
            $1 += InvariantList.row($0, violations: violationCount($0))
        }
        object.list("violations", zip(found.violations, scenarios)) {
            $1 += Self.violation($0.0, scenario: $0.1)
        }
        return object.end() + [UInt8(ascii: "\n")]
    }

    private var bounds: [UInt8] {
        var object = JSONObjectWriter()
        object.number("attempts", found.bounds.attempts)
        object.number("depth", found.bounds.depth)
        return object.end()
    }

    private static func method(_ method: Exploration.Method) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("method", method.id)
        object.number("processingPeriodMinutes", method.periodMinutes)
        return object.end()
    }

    private func row(_ rule: Rule) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("rule", rule.name)
        for (moment, key) in zip(Moment.allCases, ["before", "at", "after", "withoutDeadline"]) {
            object.number(key, found.count(rule, moment))
        }
        return object.end()
    }

    private static func anomaly(_ kind: Anomaly, _ count: Int) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("kind", kind.name)
        object.number("count", count)
        return object.end()
    }

    private func violationCount(_ invariant: Invariant) -> Int {
        found.violations.first { $0.invariant == invariant }?.count ?? 0
    }

    private static func violation(
        _ violation: Exploration.Violation, scenario: String
    ) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("invariant", violation.invariant.name)
        object.number("steps", violation.count)
        object.number("events", violation.witness.events.count)
        object.text("scenario", scenario)
        return object.end()
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
