import Documents
import SourceText

extension Prover {
    /// What the new schema says of the keys and values of objects.
    func members(_ shape: Shape, _ goal: Goal, _ facts: Facts) -> [Obstacle] {
        var obstacles = names(shape, goal, facts) + dependents(shape, goal, facts)
        guard let object = shape.object else { return obstacles }
        let classes = KeyClasses(facts.objects + [object])
        let keyNames = Conjunction(facts.propertyNames)
        var seen: Set<ExactText> = []
        for name in facts.objects.flatMap(\.names) + object.names
        where seen.insert(name).inserted {
            guard step(1 + classes.sources.count) else { break }
            if !isAllowed(name, keyNames) { continue }
            let old = facts.objects.flatMap { classes.subschemas(for: name, in: $0) }
            obstacles += compare(
                old, classes.subschemas(for: name, in: object), goal, .key(name.text))
        }
        if step() {
            obstacles += others(object, classes, goal, facts)
        } else {
            obstacles.append(.limit(subschemas.entries[goal.new].node, "long"))
        }
        return obstacles
    }

    /// Keys that no schema declares, by the patterns that they match.
    private func others(
        _ object: ObjectShape, _ classes: KeyClasses, _ goal: Goal, _ facts: Facts
    ) -> [Obstacle] {
        if object.patterns.isEmpty && object.additional == nil { return [] }
        if hasOnlyKnownNames(facts) { return [] }
        guard let combinations = classes.combinations(limit: limits.patterns) else {
            return [.limit(subschemas.entries[goal.new].node, "many patterns")]
        }
        return combinations.flatMap { matched in
            let old = facts.objects.flatMap { classes.subschemas(matching: matched, in: $0) }
            let new = classes.subschemas(matching: matched, in: object)
            return compare(old, new, goal, .otherKey(matched))
        }
    }

    private func compare(
        _ old: [SubschemaID], _ new: [SubschemaID], _ goal: Goal, _ part: Part
    ) -> [Obstacle] {
        let old = Conjunction(old)
        if new.isEmpty || !old.subschemas.isEmpty && isEmpty(old) { return [] }
        return new.flatMap { proveBelow(old, $0).map { raised($0, goal, part) } }
    }

    /// Whether `propertyNames` of the old schemas may allow the name.
    private func isAllowed(_ name: ExactText, _ names: Conjunction) -> Bool {
        guard !names.subschemas.isEmpty, let node = Sample(string: name.text).node else {
            return true
        }
        return !names.subschemas.contains { subschemas.isValid(node, $0) == false }
    }

    /// Whether `propertyNames` allows no keys but those that are declared.
    private func hasOnlyKnownNames(_ facts: Facts) -> Bool {
        guard !facts.propertyNames.isEmpty else { return false }
        let names = self.facts(Conjunction(facts.propertyNames))
        guard let values = finiteValues(.string, names) else { return false }
        let declared = Set(facts.objects.flatMap(\.names))
        return values.allSatisfy { declared.contains(ExactText($0.string ?? "")) }
    }

    /// `propertyNames` of the new schema.
    private func names(_ shape: Shape, _ goal: Goal, _ facts: Facts) -> [Obstacle] {
        guard let new = shape.propertyNames else { return [] }
        level += 1
        defer { level -= 1 }
        let old = Conjunction(facts.propertyNames)
        let obstacles = prove(Goal(old: old, kind: .string, new: new))
        if obstacles.isEmpty { return [] }
        if isClosed(facts), hasGoodNames(facts, new, old) { return [] }
        return obstacles.map { raised($0, goal, .name) }
    }

    /// Whether only declared keys occur.
    private func isClosed(_ facts: Facts) -> Bool {
        facts.objects.contains { object in
            object.patterns.isEmpty
                && object.additional.map { subschemas.shape(of: $0).isNever } ?? false
        }
    }

    private func hasGoodNames(_ facts: Facts, _ new: SubschemaID, _ old: Conjunction) -> Bool {
        let classes = KeyClasses(facts.objects)
        return facts.objects.flatMap(\.names).allSatisfy { name in
            guard step(), let node = Sample(string: name.text).node else { return false }
            return !isAllowed(name, old) || isImpossible(name, facts, classes)
                || subschemas.isValid(node, new) == true
        }
    }

    /// Whether the old schemas imply the `dependentSchemas` of the new one, by theirs or otherwise.
    private func dependents(_ shape: Shape, _ goal: Goal, _ facts: Facts) -> [Obstacle] {
        let classes = KeyClasses(facts.objects)
        let known = facts.members.flatMap { subschemas.shape(of: $0).dependentSchemas }
        return shape.dependentSchemas.flatMap { name, subschema, node -> [Obstacle] in
            guard step(known.count + 1) else { return [.limit(node, "long")] }
            if isImpossible(ExactText(name), facts, classes) { return [] }
            let given = known.filter { ByteOrder.equal($0.name, name) }.map(\.subschema)
            let old = goal.old.with(given)
            return prove(Goal(old: old, kind: .object, new: subschema))
        }
    }
}
