import Documents
import SourceText

extension Sampler {
    /// Values that are valid under the old schemas of a goal, refused by the new one, and hold
    /// `part` at a certain key or index.
    func values(around part: Sample, at subschema: Part, _ goal: Prover.Goal) -> [Sample] {
        guard step(), depthAllows else { return [] }
        let facts = facts(goal.old)
        let hints = hintFacts(Conjunction([goal.new]))
        var candidates: [Sample] = []
        switch subschema {
        case .key(let name): candidates = objects(with: name, part, facts, hints)
        case .otherKey(let patterns):
            for name in names(matching: patterns) {
                candidates += objects(with: name, part, facts, hints)
            }
        case .name:
            guard let name = part.node?.string else { return [] }
            for value in members(name, facts, hints).prefix(2) {
                candidates += objects(with: name, value, facts, hints)
            }
        case .index(let index):
            candidates = arrays(with: part, at: index, facts)
        }
        let valid = candidates.filter { isValid($0, goal.old) }
        return Array(refused(valid, goal).prefix(2))
    }

    private func names(matching patterns: Set<ExactText>) -> [String] {
        if patterns.isEmpty { return ["extra", "X", "0"] }
        return patterns.map(\.text).sorted(by: ByteOrder.precedes).flatMap {
            PatternSamples.samples(of: $0, lengths: []).prefix(4)
        }
    }

    /// The smallest object, and each that the old schemas make, with a key set.
    private func objects(
        with name: String, _ value: Sample, _ facts: Facts, _ hints: [Facts]
    ) -> [Sample] {
        let request = Request(
            schemas: Conjunction(facts.members), hints: Conjunction([]), kind: .object)
        let bases = values(request).prefix(6).compactMap(\.node)
        var required = facts.closure(of: [ExactText(name)])
        required.removeAll { $0 == ExactText(name) }
        let companions = required.compactMap { other in
            members(other.text, facts, hints).first.map { (key: other.text, value: $0) }
        }
        return bases.map { base in
            let members = base.members.map { (key: $0.name, value: Sample($0.value)) }
            return Sample(object: companions + members + [(name, value)])
        } + [Sample(object: companions + [(name, value)])]
    }

    private func arrays(with part: Sample, at index: Int, _ facts: Facts) -> [Sample] {
        guard index <= 100 else { return [] }
        let request = Request(
            schemas: Conjunction(facts.members), hints: Conjunction([]), kind: .array)
        let bases = values(request).prefix(8).compactMap(\.node)
        var result: [Sample] = []
        for base in bases {
            var elements = base.elements.map(Sample.init)
            while elements.count < index {
                let schemas = Conjunction(facts.element(at: elements.count))
                guard let next = values(Request(schemas: schemas, hints: Conjunction([]))).first
                else { break }
                elements.append(next)
            }
            if elements.count < index { continue }
            if elements.count > index { elements[index] = part } else { elements.append(part) }
            result.append(Sample(array: elements))
            result.append(Sample(array: Array(elements.prefix(index + 1))))
        }
        return result
    }
}
