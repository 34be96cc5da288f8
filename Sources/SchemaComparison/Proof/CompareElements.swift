import Documents
import JSONSchema

extension Prover {
    /// What the new schema says of the elements of arrays.
    func elements(_ shape: Shape, _ goal: Goal, _ facts: Facts) -> [Obstacle] {
        var obstacles = contains(shape, goal, facts)
        guard let array = shape.array else { return obstacles }
        let last = max(facts.prefixCount, array.prefix.count)
        for index in 0...last where index < facts.maxItems {
            guard step(), let new = array[index] else { continue }
            let old = Conjunction(facts.element(at: index))
            // An element that cannot occur has no successors either.
            if !old.subschemas.isEmpty, isEmpty(old) { break }
            obstacles += proveBelow(old, new).map { raised($0, goal, .index(index)) }
        }
        if !step() { obstacles.append(.limit(subschemas.entries[goal.new].node, "long")) }
        return obstacles
    }

    /// `contains` with its bounds: at least so many elements, at most so many.
    private func contains(_ shape: Shape, _ goal: Goal, _ facts: Facts) -> [Obstacle] {
        guard let new = shape.contains else { return [] }
        var obstacles: [Obstacle] = []
        if new.minimum > 0, !hasEnough(new, facts) {
            obstacles.append(
                .init(
                    new.minimumNode == nil ? .contains : .minContains,
                    new.minimumNode ?? new.node, "such elements may be missing"))
        }
        if new.maximum < longest(facts), !hasFewEnough(new, facts) {
            obstacles.append(
                .init(.maxContains, new.maximumNode ?? new.node, "more elements may match"))
        }
        return witnessed(obstacles, goal)
    }

    private func hasEnough(_ new: ContainsShape, _ facts: Facts) -> Bool {
        let isContained = facts.contains.contains { old in
            old.minimum >= new.minimum
                && proveBelow(Conjunction([old.subschema]), new.subschema).isEmpty
        }
        if isContained { return true }
        guard facts.minItems >= new.minimum else { return false }
        // Every element matches, so that the least number of elements is enough.
        return (0...facts.prefixCount).allSatisfy { index in
            guard step() else { return false }
            let old = Conjunction(facts.element(at: index))
            return index >= facts.maxItems || proveBelow(old, new.subschema).isEmpty
        }
    }

    private func hasFewEnough(_ new: ContainsShape, _ facts: Facts) -> Bool {
        facts.contains.contains { old in
            old.maximum <= new.maximum
                && proveBelow(Conjunction([new.subschema]), old.subschema).isEmpty
        }
    }
}
