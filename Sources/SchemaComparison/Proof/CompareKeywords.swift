import Documents
import JSONSchema
import SourceText

extension Prover {
    /// Every keyword of the new schema that looks at values of the kind.
    func compare(_ goal: Goal, _ facts: Facts) -> [Obstacle] {
        let entry = subschemas.entries[goal.new]
        let shape = subschemas.shape(of: goal.new)
        if shape.isNever { return witnessed([.never(entry.node)], goal) }
        var own = types(shape, goal.kind, facts)
        var below: [Obstacle] = []
        for list in shape.enums {
            own.append(.init(list.keyword, list.node, "other values may occur"))
        }
        switch goal.kind {
        case .null, .boolean: break
        case .number: own += numbers(shape, facts)
        case .string: own += strings(shape, facts)
        case .array:
            own += arrays(shape, facts)
            below += elements(shape, goal, facts)
        case .object:
            own += objects(shape, facts)
            below += members(shape, goal, facts)
        }
        own += shape.opaque.map { keyword, node in
            .init(keyword, node, "this keyword is not compared")
        }
        below += shape.all.flatMap { prove(Goal(old: goal.old, kind: goal.kind, new: $0)) }
        below += conditional(shape, goal, facts)
        own += logic(shape, goal, facts)
        return Prover.merged(witnessed(own, goal) + below)
    }

    /// The obstacles with examples, if they are looked for.
    func witnessed(_ obstacles: [Obstacle], _ goal: Goal) -> [Obstacle] {
        guard let sampler, !obstacles.isEmpty else { return obstacles }
        let witnesses = sampler.witnesses(goal)
        return obstacles.map { obstacle in
            var obstacle = obstacle
            obstacle.witnesses += witnesses
            return obstacle
        }
    }

    private func types(_ shape: Shape, _ kind: Node.Kind, _ facts: Facts) -> [Obstacle] {
        guard let node = shape.type, !covers(shape.types, kind, facts) else { return [] }
        return [.init(.type, node, "values of another type may occur")]
    }

    private func covers(_ types: TypeSet, _ kind: Node.Kind, _ facts: Facts) -> Bool {
        if types.contains(TypeSet(kind)) { return true }
        guard kind == .number else { return false }
        let left = TypeSet.intersection(facts.types, .number)
        if TypeSet.intersection(left, types) == left { return true }
        let isWhole = facts.multiples.contains(where: \.isInteger)
        return isWhole && types.contains(.integer)
    }

    private func numbers(_ shape: Shape, _ facts: Facts) -> [Obstacle] {
        var obstacles: [Obstacle] = []
        for bound in shape.lower where !(facts.lower.map { !bound.isAbove($0) } ?? false) {
            obstacles.append(.init(bound.keyword, bound.node, "smaller numbers may occur"))
        }
        for bound in shape.upper where !(facts.upper.map { !bound.isBelow($0) } ?? false) {
            obstacles.append(.init(bound.keyword, bound.node, "larger numbers may occur"))
        }
        for divisor in shape.multiples where !isMultiple(of: divisor.number, facts) {
            obstacles.append(.init(.multipleOf, divisor.node, "other numbers may occur"))
        }
        return obstacles
    }

    private func isMultiple(of divisor: Number, _ facts: Facts) -> Bool {
        if facts.multiples.contains(where: { $0.isMultiple(of: divisor) }) { return true }
        return !facts.types.contains(.number) && Number(1).isMultiple(of: divisor)
    }

    private func strings(_ shape: Shape, _ facts: Facts) -> [Obstacle] {
        var obstacles: [Obstacle] = []
        if let count = shape.minLength, count.value > facts.minLength {
            obstacles.append(.init(.minLength, count.node, "shorter strings may occur"))
        }
        if let count = shape.maxLength, count.value < facts.maxLength {
            obstacles.append(.init(.maxLength, count.node, "longer strings may occur"))
        }
        for pattern in shape.patterns
        where !facts.patterns.contains(pattern.text) && !Prover.matchesAll(pattern.text) {
            obstacles.append(
                .init(.pattern, pattern.node, "patterns are compared only by their text"))
        }
        for format in shape.formats where !facts.formats.contains(format.text) {
            obstacles.append(.init(.format, format.node, "the format is new"))
        }
        return obstacles
    }

    /// Whether a pattern plainly matches every string.
    private static func matchesAll(_ pattern: ExactText) -> Bool {
        ["", "^", "$", ".*", "^.*", ".*$"].contains { ExactText($0) == pattern }
    }

    private func arrays(_ shape: Shape, _ facts: Facts) -> [Obstacle] {
        var obstacles: [Obstacle] = []
        if let count = shape.minItems, count.value > facts.minItems {
            obstacles.append(.init(.minItems, count.node, "shorter arrays may occur"))
        }
        if let count = shape.maxItems, count.value < longest(facts) {
            obstacles.append(.init(.maxItems, count.node, "longer arrays may occur"))
        }
        if let node = shape.uniqueItems, !facts.hasUniqueItems, facts.maxItems > 1 {
            obstacles.append(.init(.uniqueItems, node, "repeated elements may occur"))
        }
        return obstacles
    }

    private func objects(_ shape: Shape, _ facts: Facts) -> [Obstacle] {
        var obstacles: [Obstacle] = []
        if let count = shape.minProperties, count.value > facts.minProperties {
            obstacles.append(.init(.minProperties, count.node, "objects with fewer keys may occur"))
        }
        if let count = shape.maxProperties, count.value < mostProperties(facts) {
            obstacles.append(.init(.maxProperties, count.node, "objects with more keys may occur"))
        }
        let missing = shape.required.filter { !facts.requiredSet.contains($0.text) }
        if let first = missing.first {
            let name = ValueText.quoted(first.text.text)
            obstacles.append(.init(.required, first.node, "\(name) may be missing"))
        }
        return obstacles + dependencies(shape, facts)
    }

    /// How many keys an object can have.
    private func mostProperties(_ facts: Facts) -> Int {
        let counts = facts.objects.compactMap { object -> Int? in
            guard object.patterns.isEmpty, let additional = object.additional,
                subschemas.shape(of: additional).isNever
            else { return nil }
            return object.properties.count
        }
        return min(facts.maxProperties, counts.min() ?? Int.max)
    }

    private func dependencies(_ shape: Shape, _ facts: Facts) -> [Obstacle] {
        let classes = KeyClasses(facts.objects)
        return shape.dependentRequired.compactMap { dependency in
            guard step(facts.objects.count + facts.dependentRequired.count),
                !isImpossible(dependency.name, facts, classes)
            else { return nil }
            let implied = Set(facts.closure(of: facts.required + [dependency.name]))
            if dependency.others.allSatisfy(implied.contains) { return nil }
            return .init(.dependentRequired, dependency.node, "a key may be missing")
        }
    }
}
