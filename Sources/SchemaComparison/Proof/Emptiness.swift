import Documents
import JSONSchema
import SourceText

extension Prover {
    /// Whether no value at all is valid under the schemas.
    func isEmpty(_ conjunction: Conjunction) -> Bool {
        Node.Kind.allCases.allSatisfy { isEmpty(conjunction, $0) }
    }

    /// Finds contradictions that are plain to see; there may be others.
    func findEmptiness(_ conjunction: Conjunction, _ kind: Node.Kind) -> Bool {
        let facts = facts(conjunction)
        if facts.isNever || !facts.types.mayContain(kind) { return true }
        guard step() else { return false }
        if let values = finiteValues(kind, facts) {
            return values.allSatisfy { value in
                conjunction.subschemas.contains { subschemas.isValid(value, $0) == false }
            }
        }
        switch kind {
        case .null, .boolean: return false
        case .number: return isEmptyRange(facts)
        case .string: return facts.minLength > facts.maxLength
        case .array: return isEmptyArray(facts)
        case .object: return isEmptyObject(facts)
        }
    }

    private func isEmptyRange(_ facts: Facts) -> Bool {
        guard let lower = facts.lower, let upper = facts.upper else { return false }
        if lower.number > upper.number { return true }
        return lower.number == upper.number && (lower.isExclusive || upper.isExclusive)
    }

    private func isEmptyArray(_ facts: Facts) -> Bool {
        if facts.minItems > facts.maxItems { return true }
        guard facts.minItems > 0 else { return false }
        return longest(facts) < facts.minItems
    }

    /// The greatest length of an array: it ends before an element that no value fits.
    func longest(_ facts: Facts) -> Int {
        for index in 0...facts.prefixCount where index < facts.maxItems {
            guard step() else { return facts.maxItems }
            if isShallowlyEmpty(Conjunction(facts.element(at: index))) { return index }
        }
        return facts.maxItems
    }

    private func isEmptyObject(_ facts: Facts) -> Bool {
        if facts.minProperties > facts.maxProperties { return true }
        let classes = KeyClasses(facts.objects)
        return facts.required.contains { name in
            guard step(facts.objects.count) else { return false }
            return isImpossible(name, facts, classes)
        }
    }

    /// Whether no valid object has the key.
    func isImpossible(_ name: ExactText, _ facts: Facts, _ classes: KeyClasses) -> Bool {
        let subschemas = facts.objects.flatMap { classes.subschemas(for: name, in: $0) }
        return isShallowlyEmpty(Conjunction(subschemas))
    }

    /// Like `isEmpty`, but looks only a few levels into the value.
    private func isShallowlyEmpty(_ conjunction: Conjunction) -> Bool {
        guard !conjunction.subschemas.isEmpty, emptinessDepth < 6 else { return false }
        emptinessDepth += 1
        defer { emptinessDepth -= 1 }
        return isEmpty(conjunction)
    }
}
