package import Events
internal import Payments
internal import Stories

/// What was found by some trials.
struct VariationFindings: Sendable {
    private(set) var unchanged = 0
    private var groups: [Variations.Cause: Variations.Group] = [:]
    private var violations: [Invariant: Variations.Violation] = [:]

    mutating func note(
        _ change: StoryChange?, _ example: Variations.Example, _ old: StoryOutcome,
        _ new: StoryOutcome
    ) {
        guard let change, let trigger = example.event.action.trigger else {
            unchanged += 1
            return
        }
        let anomalies = Variations.AnomalyChange(
            added: new.anomalies(beyond: old), removed: old.anomalies(beyond: new))
        add(
            Variations.Group(
                cause: Variations.Cause(kind: example.kind, trigger: trigger, change: change),
                count: 1, anomalies: anomalies, smallest: example, smallestAnomalies: anomalies))
    }

    /// Notes that `broken` do not hold in `example`, each as often as it is there.
    mutating func note(broken: [Invariant], _ example: Variations.Example) {
        for invariant in broken {
            add(Variations.Violation(invariant: invariant, count: 1, smallest: example))
        }
    }

    /// Adds what was found later in the order of the payments.
    mutating func add(_ later: VariationFindings) {
        unchanged += later.unchanged
        for group in later.groups.values { add(group) }
        for violation in later.violations.values { add(violation) }
    }

    private mutating func add(_ later: Variations.Group) {
        guard var group = groups[later.cause] else {
            groups[later.cause] = later
            return
        }
        group.count += later.count
        group.isUniform =
            group.isUniform && later.isUniform && group.anomalies == later.anomalies
        group.anomalies.added.formUnion(later.anomalies.added)
        group.anomalies.removed.formUnion(later.anomalies.removed)
        if later.smallest.events.count < group.smallest.events.count {
            group.smallest = later.smallest
            group.smallestAnomalies = later.smallestAnomalies
        }
        groups[later.cause] = group
    }

    private mutating func add(_ later: Variations.Violation) {
        guard var violation = violations[later.invariant] else {
            violations[later.invariant] = later
            return
        }
        violation.count += later.count
        if later.smallest.events.count < violation.smallest.events.count {
            violation.smallest = later.smallest
        }
        violations[later.invariant] = violation
    }

    var sortedGroups: [Variations.Group] {
        groups.values.sorted { left, right in
            if left.weight != right.weight { return left.weight.rawValue < right.weight.rawValue }
            if left.count != right.count { return left.count > right.count }
            return left.cause.sortKey.lexicographicallyPrecedes(right.cause.sortKey)
        }
    }

    var sortedViolations: [Variations.Violation] {
        Invariant.allCases.compactMap { violations[$0] }
    }
}

extension Variations.Cause {
    /// Tells any two causes apart.
    fileprivate var sortKey: [Int] {
        func value(_ status: Status?) -> Int { status.map { Int($0.rawValue) } ?? -1 }
        return [
            Int(kind.rawValue), Int(trigger.rawValue), Int(change.ruleBefore.rawValue),
            change.ruleAfter.map { Int($0.rawValue) } ?? -1, change.payer.sortKey,
            Int(change.returned.rawValue), value(change.statusBefore), value(change.statusAfter),
        ]
    }
}

extension StoryChange.Payer {
    fileprivate var sortKey: Int {
        switch self {
        case .paying(let difference): Int(difference.rawValue)
        // That nothing differs is the same whether it is paid or owed.
        case .owing([]): 0
        case .owing(let difference): 256 + Int(difference.rawValue)
        case .nobody: 512
        case .somebody: 513
        }
    }
}

extension RecordedEvent.Action {
    /// What it is; nil for a `clock.advanced`, which is not of any payment.
    package var trigger: Witnesses.Trigger? {
        switch self {
        case .created: .created
        case .attempted: .attempted
        case .succeeded: .succeeded
        case .failed: .failed
        case .clockAdvanced: nil
        }
    }
}
