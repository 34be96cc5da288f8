import Documents

extension Lowering {
    /// `contains` with `minContains` and `maxContains`.
    mutating func lowerContains(_ scope: BlockScope, into draft: inout BlockDraft) {
        guard let node = scope.schema.schema(.contains) else { return }
        let plan = ContainsPlan(
            block: realChild(node, of: scope),
            minimum: scope.schema.count(.minContains) ?? 1,
            maximum: scope.schema.count(.maxContains) ?? Int.max,
            isTracking: scope.marks && scope.dialect == .draft2020)
        if plan.minimum == 0 && plan.maximum == Int.max && !plan.isTracking { return }
        program.contains.append(plan)
        draft.add(
            .contains(Int32(program.contains.count - 1)), for: .array,
            from: Origin(.contains, node))
    }
}

extension Machine {
    mutating func runContains(_ id: Int32, _ index: Int, _ record: NodeRecord) -> Bool {
        let plan = flat.contains[Int(id)]
        var count = 0
        var child = index + 1
        for position in 0..<Int(record.length) {
            if run(plan.block, child) {
                count += 1
                if count > plan.maximum { return false }
                if plan.isTracking {
                    marks.insert(position)
                } else if count >= plan.minimum && plan.maximum == Int.max {
                    return true
                }
            }
            if abortion != nil { return false }
            child = Int(view.records[child].next)
        }
        return count >= plan.minimum
    }
}

extension FailureExplainer {
    mutating func explainContains(_ id: Int32, _ index: Int, _ origin: Origin) {
        let plan = code.program.contains[Int(id)]
        var matches = 0
        for element in machine.node(index).elements
        where machine.run(plan.block, element.index) {
            matches += 1
        }
        let isShort = matches < plan.minimum
        let keyword: Keyword = isShort ? .minContains : .maxContains
        let (bound, count) =
            isShort
            ? (CountBound.atLeast(plan.minimum), plan.minimum)
            : (.atMost(plan.maximum), plan.maximum)
        let node = origin.schema.parent?[keyword]
        report(
            node.map { Origin(keyword, $0) } ?? origin, index,
            "must have \(bound.text("element")) that match\(count == 1 ? "es" : "") "
                + "\"contains\", not \(matches)")
    }
}
