import Documents
import JSONSchema

/// Makes up values that are valid under some schemas, and as different as possible.
///
/// Nothing depends on whether a value is a good guess: the validator looks at each one.
final class Sampler {
    let subschemas: SubschemaTable
    let limits: CompareLimits
    private var budget: FactsBudget
    private var depth = 0
    /// By the depth at which they were asked for: further down less can be found.
    private var known: [[Request: [Sample]]]
    private var knownWitnesses: [Prover.Goal: [Sample]] = [:]

    /// What values are asked for: valid under `schemas`, and at the bounds of `hints` too.
    struct Request: Hashable {
        let schemas: Conjunction
        let hints: Conjunction
        var kind: Node.Kind?
    }

    init(_ subschemas: SubschemaTable, limits: CompareLimits) {
        self.subschemas = subschemas
        self.limits = limits
        budget = FactsBudget(subschemas, limits: limits, steps: limits.steps / 10)
        known = Array(repeating: [:], count: limits.exampleDepth + 1)
    }

    func facts(_ conjunction: Conjunction) -> Facts {
        budget.facts(conjunction)
    }

    func step(_ count: Int = 1) -> Bool {
        budget.step(count)
    }

    /// Values that the old schemas of a goal accept and the new one refuses.
    func witnesses(_ goal: Prover.Goal) -> [Sample] {
        if let known = knownWitnesses[goal] { return known }
        let request = Request(
            schemas: goal.old, hints: Conjunction([goal.new]), kind: goal.kind)
        let witnesses = Array(refused(values(request), goal).prefix(8))
        knownWitnesses[goal] = witnesses
        return witnesses
    }

    /// Those values that the new schema does not accept.
    func refused(_ values: [Sample], _ goal: Prover.Goal) -> [Sample] {
        values.filter { value in
            guard let node = value.node else { return false }
            return !subschemas.accepts(node, goal.new)
        }
    }

    /// Different values that are valid under all schemas.
    func values(_ request: Request) -> [Sample] {
        guard depth < limits.exampleDepth else { return [] }
        if let known = known[depth][request] { return known }
        guard step() else { return [] }
        depth += 1
        defer { depth -= 1 }
        var seen: Set<Sample> = []
        var result: [Sample] = []
        for candidate in candidates(request)
        where result.count < 60 && seen.insert(candidate).inserted {
            guard step() else { break }
            if isValid(candidate, request.schemas) { result.append(candidate) }
        }
        known[depth - 1][request] = result
        return result
    }

    /// Whether values can still be nested.
    var depthAllows: Bool { depth < limits.exampleDepth }

    func isValid(_ value: Sample, _ schemas: Conjunction) -> Bool {
        guard let node = value.node else { return false }
        return schemas.subschemas.allSatisfy { subschemas.accepts(node, $0) }
    }

    /// Guesses, with and without each alternative.
    private func candidates(_ request: Request) -> [Sample] {
        let facts = facts(request.schemas)
        var result = plainCandidates(request, facts)
        for branches in facts.alternatives.prefix(8) {
            let isOpen = !branches.contains { $0.allSatisfy(facts.contains(member:)) }
            for branch in branches.prefix(16) where isOpen && !branch.isEmpty {
                result += values(
                    Request(
                        schemas: request.schemas.with(branch), hints: request.hints,
                        kind: request.kind))
            }
        }
        return result
    }

    private func plainCandidates(_ request: Request, _ facts: Facts) -> [Sample] {
        let hints = hintFacts(request.hints)
        var result = written(facts) + hints.flatMap(written)
        let kinds: [Node.Kind] = [.null, .boolean, .number, .string, .array, .object]
        for kind in kinds where facts.types.mayContain(kind) {
            if let wanted = request.kind, wanted != kind { continue }
            switch kind {
            case .null: result.append(.null)
            case .boolean: result += [.true, .false]
            case .number: result += numbers(facts, hints)
            case .string: result += strings(facts, hints)
            case .array: result += arrays(request, facts, hints)
            case .object: result += objects(request, facts, hints)
            }
        }
        return result
    }

    /// What the schemas give themselves, as values or as examples.
    private func written(_ facts: Facts) -> [Sample] {
        var nodes = facts.lists.flatMap { $0.prefix(64) }
        for member in facts.members.prefix(32) {
            let node = subschemas.entries[member].node
            nodes += [node[.default]].compactMap(\.self)
            nodes += node[.examples].map { Array($0.elements.prefix(8)) } ?? []
        }
        return nodes.prefix(200).map(Sample.init)
    }

    /// What each schema that may apply says, alternatives included.
    func hintFacts(_ hints: Conjunction) -> [Facts] {
        var result: [Facts] = []
        var seen: Set<SubschemaID> = []
        var pending = hints.subschemas
        while let subschema = pending.popLast(), result.count < 24 {
            guard seen.insert(subschema).inserted else { continue }
            let facts = facts(Conjunction([subschema]))
            result.append(facts)
            pending += facts.alternatives.joined().joined() + facts.nots
        }
        return result
    }
}
