internal import Payments
internal import Stories

/// What happened in a part of a search, and where each thing happened first.
struct Tally: Sendable {
    /// By rule and moment.
    private(set) var cells = [Int](repeating: 0, count: Tally.cellCount)
    private(set) var firstOfCell = [StepOrigin?](repeating: nil, count: Tally.cellCount)
    /// By status (none first) and trigger.
    private(set) var firstOfEncounter = [StepOrigin?](repeating: nil, count: Tally.encounterCount)
    private(set) var anomalies = [Int](repeating: 0, count: Anomaly.allCases.count)
    private(set) var firstViolations = [StepOrigin?](
        repeating: nil, count: Invariant.allCases.count)
    private(set) var violations = [Int](repeating: 0, count: Invariant.allCases.count)
    var moves = 0
    var closings = 0

    private static let cellCount = Rule.allCases.count * Moment.allCases.count
    private static let encounterCount =
        (Status.allCases.count + 1) * Witnesses.Trigger.allCases.count

    static func index(_ rule: Rule, _ moment: Moment) -> Int {
        Int(rule.rawValue) * Moment.allCases.count + Int(moment.rawValue)
    }

    static func index(_ status: Status?, _ trigger: Witnesses.Trigger) -> Int {
        let row = status.map { Int($0.rawValue) + 1 } ?? 0
        return row * Witnesses.Trigger.allCases.count + Int(trigger.rawValue)
    }

    /// Notes a step that was taken at `origin`.
    mutating func note(
        _ step: Step, from before: Payment, by trigger: Witnesses.Trigger, at origin: StepOrigin
    ) {
        let cell = Self.index(step.rule, Moment(of: step, from: before))
        cells[cell] += 1
        // Where no payment exists no connector is concerned, and a cell is one of a connector's.
        if step.to != nil, firstOfCell[cell] == nil { firstOfCell[cell] = origin }
        let encounter = Self.index(before.status, trigger)
        if firstOfEncounter[encounter] == nil { firstOfEncounter[encounter] = origin }
        var bits = step.anomalies.rawValue
        while bits != 0 {
            anomalies[bits.trailingZeroBitCount] += 1
            bits &= bits - 1
        }
    }

    /// Notes that `invariant` was violated at `origin`.
    mutating func note(_ invariant: Int, at origin: StepOrigin) {
        violations[invariant] += 1
        if firstViolations[invariant] == nil { firstViolations[invariant] = origin }
    }

    /// Adds what happened later in the order of the search.
    mutating func add(_ later: Tally) {
        Self.add(later.cells, to: &cells)
        Self.add(later.anomalies, to: &anomalies)
        Self.add(later.violations, to: &violations)
        Self.fill(&firstOfCell, with: later.firstOfCell)
        Self.fill(&firstOfEncounter, with: later.firstOfEncounter)
        Self.fill(&firstViolations, with: later.firstViolations)
        moves += later.moves
        closings += later.closings
    }

    private static func add(_ later: [Int], to counts: inout [Int]) {
        for (index, count) in later.enumerated() { counts[index] += count }
    }

    private static func fill(_ firsts: inout [StepOrigin?], with later: [StepOrigin?]) {
        for (index, origin) in later.enumerated() where firsts[index] == nil {
            firsts[index] = origin
        }
    }
}
