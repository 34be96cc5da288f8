import Documents
import JSONSchema

/// Proves that every value which is valid under some schemas is valid under another one.
///
/// A proof goes kind by kind and keyword by keyword. What is met again further down in the value,
/// while it is still being proved, is taken for granted: values are finite. All that cannot be
/// proved is an obstacle; nothing is taken for granted because it is likely.
final class Prover {
    let subschemas: SubschemaTable
    let limits: CompareLimits
    /// Looks for examples, if that is asked for.
    let sampler: Sampler?
    var sameness: Sameness
    private var states: [Goal: State] = [:]
    /// What was proved, in order, so that it can be forgotten if an assumption fails.
    private var proved: [Goal] = []
    private var emptiness: [EmptinessKey: Bool] = [:]
    private var budget: FactsBudget
    private var depth = 0
    /// The conjunctions whose alternatives will be looked at one by one, against the new schema as a whole:
    /// to do so against each part of it, too, would multiply the alternatives of both sides.
    private var unsplit: Set<Conjunction> = []
    /// What failed without looking at each alternative.
    private var failedUnsplit: [Goal: [Obstacle]] = [:]
    /// How far down in the value a search for contradictions is.
    var emptinessDepth = 0
    /// How far down in the value the proof is.
    var level = 0

    /// That all values of one kind which are valid under `old` are valid under `new`.
    struct Goal: Hashable {
        let old: Conjunction
        let kind: Node.Kind
        let new: SubschemaID
    }

    private enum State {
        case open(level: Int, isAssumed: Bool)
        case proved
        case failed([Obstacle])
    }

    struct EmptinessKey: Hashable {
        let conjunction: Conjunction
        let kind: Node.Kind
    }

    init(_ subschemas: SubschemaTable, limits: CompareLimits, sampler: Sampler? = nil) {
        self.subschemas = subschemas
        self.limits = limits
        self.sampler = sampler
        sameness = Sameness(subschemas, limits: limits)
        budget = FactsBudget(subschemas, limits: limits, steps: limits.steps)
    }

    func facts(_ conjunction: Conjunction) -> Facts {
        budget.facts(conjunction)
    }

    /// Takes a step; false if there were too many.
    func step(_ count: Int = 1) -> Bool {
        budget.step(count)
    }

    /// Whether no steps are left: what is not proved by now will not be.
    var isExhausted: Bool { budget.isExhausted }

    /// The obstacles for values of any kind that are parts of the current value.
    func proveBelow(_ old: Conjunction, _ new: SubschemaID) -> [Obstacle] {
        level += 1
        defer { level -= 1 }
        return prove(old, new)
    }

    /// The obstacles for values of any kind.
    func prove(_ old: Conjunction, _ new: SubschemaID) -> [Obstacle] {
        Node.Kind.allCases.flatMap { prove(Goal(old: old, kind: $0, new: new)) }
    }

    /// The obstacles for values of one kind; none if the goal is proved.
    func prove(_ goal: Goal) -> [Obstacle] {
        switch states[goal] {
        case .proved: return []
        case .failed(let obstacles): return obstacles
        case .open(let opened, _):
            guard level > opened else { return [limit(goal, "many turns")] }
            states[goal] = .open(level: opened, isAssumed: true)
            return []
        case nil: break
        }
        if let known = failedUnsplit[goal], unsplit.contains(goal.old) { return known }
        guard step() else { return [limit(goal, "long")] }
        guard depth < limits.depth else { return [limit(goal, "deep a proof")] }
        depth += 1
        defer { depth -= 1 }
        let start = proved.count
        states[goal] = .open(level: level, isAssumed: false)
        let obstacles = obstacles(goal)
        close(goal, obstacles, since: start)
        return obstacles
    }

    private func close(_ goal: Goal, _ obstacles: [Obstacle], since start: Int) {
        if obstacles.isEmpty {
            states[goal] = .proved
            proved.append(goal)
            return
        }
        if case .open(_, true) = states[goal] {
            for other in proved[start...] { states[other] = nil }
            proved.removeSubrange(start...)
        }
        guard unsplit.contains(goal.old) else {
            states[goal] = .failed(obstacles)
            return
        }
        // What fails without looking at each alternative may still be proved.
        states[goal] = nil
        failedUnsplit[goal] = obstacles
    }

    private func limit(_ goal: Goal, _ what: String) -> Obstacle {
        .limit(subschemas.entries[goal.new].node, what)
    }

    private func obstacles(_ goal: Goal) -> [Obstacle] {
        let facts = facts(goal.old)
        if isEmpty(goal.old, goal.kind) { return [] }
        if isKnown(goal, facts) { return [] }
        if let values = finiteValues(goal.kind, facts), let decided = decide(values, goal) {
            return decided
        }
        let branches = openAlternatives(goal.old, facts)
        let isWithinSplit = unsplit.contains(goal.old)
        if branches != nil { unsplit.insert(goal.old) }
        let direct = compare(goal, facts)
        if !isWithinSplit { unsplit.remove(goal.old) }
        guard !direct.isEmpty, !isWithinSplit, let branches else { return direct }
        var split: [Obstacle] = []
        for branch in branches {
            guard !isExhausted else { return Prover.merged(split + [limit(goal, "long")]) }
            split += prove(Goal(old: goal.old.with(branch), kind: goal.kind, new: goal.new))
        }
        return Prover.merged(split)
    }

    /// Whether the new schema is, word for word, one of the old ones.
    private func isKnown(_ goal: Goal, _ facts: Facts) -> Bool {
        guard step(facts.members.count) else { return false }
        return facts.members.contains { sameness.areSame($0, goal.new) }
    }

    /// Alternatives where it is still open which one applies.
    private func openAlternatives(_ old: Conjunction, _ facts: Facts) -> [[SubschemaID]]? {
        facts.alternatives.first { branches in
            branches.allSatisfy { !$0.isEmpty && !$0.allSatisfy(facts.contains(member:)) }
        }
    }

    /// One obstacle for each node of the new schema.
    static func merged(_ obstacles: [Obstacle]) -> [Obstacle] {
        var result: [Obstacle] = []
        var positions: [NodeID: Int] = [:]
        for obstacle in obstacles {
            if let position = positions[NodeID(obstacle.node)] {
                result[position].witnesses += obstacle.witnesses
            } else {
                positions[NodeID(obstacle.node)] = result.count
                result.append(obstacle)
            }
        }
        for index in result.indices {
            result[index].witnesses = Array(result[index].witnesses.prefix(12))
        }
        return result
    }

    /// Whether no value of the kind is valid under the schemas.
    func isEmpty(_ conjunction: Conjunction, _ kind: Node.Kind) -> Bool {
        let key = EmptinessKey(conjunction: conjunction, kind: kind)
        if let known = emptiness[key] { return known }
        // A question within the question is answered with no, which is always safe.
        emptiness[key] = false
        let isEmpty = findEmptiness(conjunction, kind)
        emptiness[key] = isEmpty
        return isEmpty
    }
}
