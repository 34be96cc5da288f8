import Documents
import JSONSchema

extension Prover {
    /// `anyOf`, `oneOf` and `not` of the new schema, unless enough can be shown.
    func logic(_ shape: Shape, _ goal: Goal, _ facts: Facts) -> [Obstacle] {
        var obstacles: [Obstacle] = []
        if let anyOf = shape.anyOf, matching(anyOf, goal) == nil {
            obstacles.append(.init(.anyOf, anyOf.node, "no alternative accepts all such values"))
        }
        if let oneOf = shape.oneOf, !matchesOne(oneOf, goal, facts) {
            obstacles.append(
                .init(.oneOf, oneOf.node, "it is not known that exactly one alternative matches"))
        }
        if let not = shape.not, !excludes(not.subschema, goal, facts) {
            obstacles.append(.init(.not, not.node, "such a value may occur"))
        }
        return obstacles
    }

    /// The alternative that all values match.
    private func matching(_ alternatives: Shape.Alternatives, _ goal: Goal) -> Int? {
        alternatives.subschemas.firstIndex {
            !isExhausted && prove(Goal(old: goal.old, kind: goal.kind, new: $0)).isEmpty
        }
    }

    private func matchesOne(
        _ new: Shape.Alternatives, _ goal: Goal, _ facts: Facts
    ) -> Bool {
        if facts.oneOfs.contains(where: { areSame($0, new) }) { return true }
        guard let match = matching(new, goal) else { return false }
        return new.subschemas.indices.allSatisfy { index in
            index == match || isEmpty(goal.old.with([new.subschemas[index]]), goal.kind)
        }
    }

    /// Whether both have the same alternatives, in any order.
    private func areSame(_ old: Shape.Alternatives, _ new: Shape.Alternatives) -> Bool {
        guard old.subschemas.count == new.subschemas.count else { return false }
        var rest = old.subschemas
        return new.subschemas.allSatisfy { subschema in
            guard step(rest.count),
                let index = rest.firstIndex(where: { sameness.areSame($0, subschema) })
            else { return false }
            rest.remove(at: index)
            return true
        }
    }

    /// Whether no value matches: it contradicts what is known, or an old `not` excludes as much.
    private func excludes(_ subschema: SubschemaID, _ goal: Goal, _ facts: Facts) -> Bool {
        if isEmpty(goal.old.with([subschema]), goal.kind) { return true }
        return facts.nots.contains {
            prove(Goal(old: Conjunction([subschema]), kind: goal.kind, new: $0)).isEmpty
        }
    }

    /// Where what matches the condition may not meet the consequence, or what does not match it the
    /// alternative.
    func conditional(_ shape: Shape, _ goal: Goal, _ facts: Facts) -> [Obstacle] {
        guard let new = shape.conditional else { return [] }
        for old in facts.conditionals where sameness.areSame(old.condition, new.condition) {
            let obstacles =
                prove(new.consequence, goal, [new.condition, old.consequence])
                + prove(new.alternative, goal, [old.alternative])
            if obstacles.isEmpty { return [] }
        }
        let always = prove(Goal(old: goal.old, kind: goal.kind, new: new.condition)).isEmpty
        return prove(new.consequence, goal, [new.condition])
            + (always ? [] : prove(new.alternative, goal, []))
    }

    private func prove(_ subschema: SubschemaID?, _ goal: Goal, _ given: [SubschemaID?])
        -> [Obstacle]
    {
        guard let subschema else { return [] }
        let old = goal.old.with(given.compactMap(\.self))
        return prove(Goal(old: old, kind: goal.kind, new: subschema))
    }
}
