import Documents
import SourceText

extension Explainer {
    mutating func explainSize(_ instruction: Instruction, _ index: Int, _ origin: Origin) {
        let found = machine.node(index).count
        switch instruction {
        case .minItems(1), .minProperties(1): report(origin, index, "must not be empty")
        case .minItems(let count):
            let least = Listing.count(count, "element")
            report(origin, index, "must have at least \(least), not \(found)")
        case .maxItems(let count):
            let most = Listing.count(count, "element")
            report(origin, index, "must have at most \(most), not \(found)")
        case .minProperties(let count):
            let least = Listing.count(count, "key")
            report(origin, index, "must have at least \(least), not \(found)")
        case .maxProperties(let count):
            let most = Listing.count(count, "key")
            report(origin, index, "must have at most \(most), not \(found)")
        default: break
        }
    }

    mutating func explainItems(_ id: Int32, _ index: Int, _ record: NodeRecord) {
        let plan = code.program.items[Int(id)]
        let prefix = blocks(plan.prefix)
        let origin = code.program.itemsOrigins[Int(id)]
        for (position, element) in machine.node(index).elements.enumerated() {
            if position < prefix.count {
                if prefix[position] >= 0, let list = origin.prefix {
                    explain(
                        prefix[position], element.index, by: list,
                        .element(list.keyword, position))
                }
            } else if plan.rest >= 0, let rest = origin.rest {
                explain(plan.rest, element.index, by: rest)
            }
        }
    }

    /// Points at the later one of the first two equal elements.
    mutating func explainUnique(_ index: Int, _ origin: Origin) {
        guard let (first, second) = UniqueItems.firstPair(in: machine.node(index)) else { return }
        let value =
            isHidden(second.index) || second.count > 0 ? "" : " (\(ValueText.short(second)))"
        let position = machine.view.records[first.index].position
        report(
            origin, second.index,
            "repeats the element at index \(position)\(value); elements must differ")
    }

    mutating func explainContains(_ id: Int32, _ index: Int, _ origin: Origin) {
        let plan = code.program.contains[Int(id)]
        var matches = 0
        for element in machine.node(index).elements
        where machine.run(plan.block, element.index) {
            matches += 1
        }
        let schema = origin.schema.parent
        if matches < plan.minimum {
            let minimum = schema?[Keyword.minContains.rawValue]
            let origin = minimum.map { Origin(.minContains, $0) } ?? origin
            let least = Listing.count(plan.minimum, "element")
            report(
                origin, index,
                "must have at least \(least) that match\(plan.minimum == 1 ? "es" : "") "
                    + "\"contains\", not \(matches)")
        } else {
            let maximum = schema?[Keyword.maxContains.rawValue]
            let origin = maximum.map { Origin(.maxContains, $0) } ?? origin
            let most = Listing.count(plan.maximum, "element")
            report(
                origin, index,
                "must have at most \(most) that match\(plan.maximum == 1 ? "es" : "") "
                    + "\"contains\", not \(matches)")
        }
    }
}
