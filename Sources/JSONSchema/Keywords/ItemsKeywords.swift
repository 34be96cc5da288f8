import Documents

extension Lowering {
    /// `prefixItems` and `items`; before 2020-12, `items` and `additionalItems`.
    mutating func lowerItems(_ scope: BlockScope, into draft: inout BlockDraft) {
        let (prefix, rest) = scope.schema.elements
        guard let first = prefix ?? rest else { return }
        var plan = ItemsPlan()
        plan.isTracking = scope.marks
        plan.prefix = program.add(
            blocks: (prefix.map { Array($0.node.elements) } ?? []).map { child($0, of: scope) })
        plan.hasRest = rest != nil
        plan.rest = rest.map { child($0.node, of: scope) } ?? .none
        program.items.append(plan)
        program.itemsOrigins.append(
            ItemsOrigin(
                prefix: prefix.map { Origin($0.keyword, $0.node) },
                rest: rest.map { Origin($0.keyword, $0.node) }))
        draft.add(
            .items(Int32(program.items.count - 1)), for: .array, from: Origin(.items, first.node))
    }
}

extension Machine {
    mutating func runItems(_ id: Int32, _ index: Int, _ record: NodeRecord) -> Bool {
        let plan = flat.items[Int(id)]
        let prefixCount = Int(plan.prefix.count)
        var child = index + 1
        for position in 0..<Int(record.length) {
            let isPrefix = position < prefixCount
            if !isPrefix && !plan.hasRest { break }
            let block =
                isPrefix
                ? flat.blockLists[Int(plan.prefix.start) + position] : plan.rest
            if block >= 0 && !run(block, child) { return false }
            if plan.isTracking { marks.insert(position) }
            child = Int(view.records[child].next)
        }
        return true
    }
}

extension FailureExplainer {
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
}
