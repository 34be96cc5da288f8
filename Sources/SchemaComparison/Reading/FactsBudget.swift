/// The facts of conjunctions, each worked out once, and the steps that a search may still take:
/// working out facts takes as many as they have members.
struct FactsBudget {
    private let subschemas: SubschemaTable
    private let conjuncts: Int
    private var steps: Int
    private var factsByConjunction: [Conjunction: Facts] = [:]

    init(_ subschemas: SubschemaTable, limits: CompareLimits, steps: Int) {
        self.subschemas = subschemas
        self.steps = steps
        conjuncts = limits.conjuncts
    }

    mutating func facts(_ conjunction: Conjunction) -> Facts {
        if let known = factsByConjunction[conjunction] { return known }
        let facts = Facts(conjunction, subschemas, limit: conjuncts)
        steps -= facts.members.count
        factsByConjunction[conjunction] = facts
        return facts
    }

    /// Whether no steps are left.
    var isExhausted: Bool { steps <= 0 }

    /// Takes steps; false if there were too many.
    mutating func step(_ count: Int) -> Bool {
        steps -= count
        return steps > 0
    }
}
