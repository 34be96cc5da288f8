import Documents
import SourceText

extension Explainer {
    /// Reports the alternative that came nearest, and how many others failed.
    mutating func explainAny(_ list: FlatRange, _ index: Int, _ origin: Origin) {
        let blocks = blocks(list)
        for block in blocks where machine.run(block, index) || machine.abortion != nil { return }
        explainNearest(blocks, index, origin)
    }

    mutating func explainOne(_ list: FlatRange, _ index: Int, _ origin: Origin) {
        let blocks = blocks(list)
        var matching: [Int] = []
        for (position, block) in blocks.enumerated() where machine.run(block, index) {
            matching.append(position + 1)
        }
        if machine.abortion != nil { return }
        if matching.isEmpty {
            explainNearest(blocks, index, origin)
        } else if matching.count > 1 && !machine.node(index).isOpaque {
            let numbers = Listing.short(matching.map(String.init), by: "and")
            report(
                origin, index,
                "must match exactly one of \(blocks.count) alternatives, not \(numbers) together")
        }
    }

    private mutating func explainNearest(_ blocks: [BlockID], _ index: Int, _ origin: Origin) {
        if trail != nil { return explainEach(blocks, index, origin) }
        let types = commonTypes(blocks, index)
        if let types {
            let node = machine.node(index)
            let found = isHidden(index) ? ValueText.kind(node) : ValueText.described(node)
            report(origin, index, "must be \(types.description), not \(found)")
            return
        }
        let branches = blocks.map { block in
            collect { $0.explain(block, index, by: origin) }
        }
        guard let best = NearestBranch.position(in: branches, for: index) else { return }
        let suffix = NearestBranch.remark(on: branches, for: index)
        for failure in branches[best] {
            report(
                Origin(keyword: failure.keyword, schema: failure.schema), failure.instance.index,
                failure.message + suffix, hint: failure.hint)
        }
    }

    /// Reports what is wrong under every alternative.
    private mutating func explainEach(_ blocks: [BlockID], _ index: Int, _ origin: Origin) {
        let message = "must match one of \(blocks.count) alternatives, and matches none"
        trail?.enter(origin, at: machine.node(index), message)
        for (position, block) in blocks.enumerated() {
            explain(block, index, by: origin, .branch(position))
        }
        trail?.leave()
    }

    /// The types that the alternatives accept, if the value has none of them.
    private func commonTypes(_ blocks: [BlockID], _ index: Int) -> TypeSet? {
        let record = machine.view.records[index]
        var types: TypeSet = []
        for block in blocks {
            let accepted = machine.flat.blocks[Int(block)].types
            if machine.accepts(accepted, record) { return nil }
            types.formUnion(accepted)
        }
        return types.isEmpty ? nil : types
    }

    mutating func explainConditional(_ id: Int32, _ index: Int, _ origin: Origin) {
        let plan = code.program.conditionals[Int(id)]
        let holds = machine.run(plan.condition, index)
        if machine.abortion != nil { return }
        let next = holds ? plan.consequence : plan.alternative
        guard next >= 0 else { return }
        let schema = code.program.blockOrigins[Int(next)].schema
        explain(next, index, by: Origin(holds ? .then : .else, schema))
    }

    /// Reports the members or elements that nothing evaluates and the keyword refuses.
    mutating func explainUnevaluated(
        _ id: BlockID, _ instruction: Instruction, _ index: Int, _ origin: Origin
    ) {
        let isObject = machine.view.records[index].kind == .object
        let known = isObject ? DeclaredNames.reachable(from: id, index, machine) : []
        for child in machine.unevaluatedChildren(id, index) {
            switch instruction {
            case .unevaluatedProperties(let block) where block >= 0:
                guard let key = child.key else { continue }
                explainAdditional(block, key, child, origin, known: known)
            case .unevaluatedItems(let block) where block >= 0:
                explain(block, child.index, by: origin)
            default: continue
            }
        }
    }
}
