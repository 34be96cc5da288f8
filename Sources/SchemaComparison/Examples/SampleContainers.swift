import Documents
import SourceText

extension Sampler {
    func arrays(_ request: Request, _ facts: Facts, _ hints: [Facts]) -> [Sample] {
        var lengths = [facts.minItems, facts.minItems + 1, 0, 1, 2, 3, facts.prefixCount]
        for hint in hints {
            for bound in [hint.minItems, hint.maxItems, hint.prefixCount] where bound < Int.max {
                lengths += [bound - 1, bound, bound + 1]
            }
        }
        let good = Set(lengths).filter {
            $0 >= facts.minItems && $0 <= min(facts.maxItems, 100) && $0 >= 0
        }.sorted()
        guard let longest = good.last else { return [] }
        let elements = elements(upTo: longest, facts, hints)
        var result: [Sample] = []
        for length in good where elements.count >= length {
            for turn in 0..<6 {
                result.append(
                    Sample(
                        array: (0..<length).map { index in
                            let choices = elements[index]
                            let position = turn < 3 ? turn : index + turn - 3
                            return choices[position % choices.count]
                        }))
            }
        }
        return result
    }

    /// Values for each index; fewer where none are found for one.
    private func elements(upTo length: Int, _ facts: Facts, _ hints: [Facts]) -> [[Sample]] {
        var result: [[Sample]] = []
        for index in 0..<length {
            var schemas = facts.element(at: index)
            for contains in facts.contains where index < contains.minimum {
                schemas.append(contains.subschema)
            }
            let values = values(
                Request(
                    schemas: Conjunction(schemas),
                    hints: Conjunction(
                        hints.flatMap { $0.element(at: index) + $0.contains.map(\.subschema) })))
            if values.isEmpty || !step() { break }
            result.append(values)
        }
        return result
    }

    func objects(_ request: Request, _ facts: Facts, _ hints: [Facts]) -> [Sample] {
        guard let base = base(facts, hints) else { return [] }
        var result = [Sample(object: base)]
        let names = optionalNames(facts, hints)
        var full = base
        for name in names {
            guard step() else { break }
            let values = members(name, facts, hints)
            let companions = facts.closure(of: [ExactText(name)]).compactMap { other in
                members(other.text, facts, hints).first.map { (key: other.text, value: $0) }
            }
            for value in values.prefix(12) {
                result.append(Sample(object: companions + base + [(name, value)]))
            }
            if let value = values.first { full.append((name, value)) }
            if [base.count + 2, base.count + 3, 8, 21].contains(full.count) {
                result.append(Sample(object: full))
            }
        }
        result.append(Sample(object: full))
        return result + padded(full, facts, hints)
    }

    /// The required keys, each with a value; nil if there is none for one.
    private func base(_ facts: Facts, _ hints: [Facts]) -> [(key: String, value: Sample)]? {
        var members: [(key: String, value: Sample)] = []
        for name in facts.required.prefix(limits.exampleLength) {
            guard let value = self.members(name.text, facts, hints).first else { return nil }
            members.append((name.text, value))
        }
        return members
    }

    /// Values for a key.
    func members(_ name: String, _ facts: Facts, _ hints: [Facts]) -> [Sample] {
        let key = ExactText(name)
        let own = KeyClasses(facts.objects)
        let hinted = hints.flatMap { hint in
            let classes = KeyClasses(hint.objects)
            return hint.objects.flatMap { classes.subschemas(for: key, in: $0) }
        }
        return values(
            Request(
                schemas: Conjunction(
                    facts.objects.flatMap { own.subschemas(for: key, in: $0) }),
                hints: Conjunction(hinted)))
    }

    /// Keys that may be tried: those that either side knows, those that match a pattern, and some
    /// that no schema declares.
    private func optionalNames(_ facts: Facts, _ hints: [Facts]) -> [String] {
        let sources = [facts] + hints
        var names = facts.required.prefix(20).map(\.text)
        for source in sources {
            names += source.objects.flatMap(\.names).prefix(60).map(\.text)
            names += source.required.prefix(20).map(\.text)
            names += source.dependentRequired.prefix(20).flatMap {
                [$0.name.text] + $0.others.map(\.text)
            }
            names += source.members.flatMap {
                subschemas.shape(of: $0).dependentSchemas.map(\.name)
            }
            for pattern in source.objects.flatMap(\.patterns).prefix(8) {
                names += PatternSamples.samples(of: pattern.source.text, lengths: []).prefix(3)
            }
            if let subschema = source.propertyNames.first {
                let request = Request(
                    schemas: Conjunction(facts.propertyNames), hints: Conjunction([subschema]),
                    kind: .string)
                names += values(request).prefix(20).compactMap { $0.node?.string }
            }
        }
        names += ["extra", "x-extra", "X"]
        var seen: Set<ExactText> = []
        return names.filter { seen.insert(ExactText($0)).inserted }.prefix(150).map(\.self)
    }

    /// Objects with as many more keys as bounds ask for.
    private func padded(
        _ full: [(key: String, value: Sample)], _ facts: Facts, _ hints: [Facts]
    ) -> [Sample] {
        var counts = [facts.minProperties]
        for hint in hints {
            for bound in [hint.minProperties, hint.maxProperties] where bound < 100 {
                counts += [bound - 1, bound, bound + 1]
            }
        }
        let value = members("extra0", facts, hints).first ?? .null
        return Set(counts).sorted().filter { $0 > 0 && $0 <= 101 }.map { count in
            let extra = (0..<max(count - full.count, 0)).map { ("extra\($0)", value) }
            return Sample(object: Array((full + extra).prefix(count)))
        }
    }
}
