import Documents

extension Lowering {
    mutating func lowerArrays(_ scope: BlockScope, into draft: inout BlockDraft) {
        let schema = scope.schema
        if let node = schema[.minItems], let count = schema.count(.minItems), count > 0 {
            draft.add(.minItems(count), for: .array, from: Origin(.minItems, node))
        }
        if let node = schema[.maxItems], let count = schema.count(.maxItems) {
            draft.add(.maxItems(count), for: .array, from: Origin(.maxItems, node))
        }
        if let node = schema[.uniqueItems], node.boolean == true {
            draft.add(.uniqueItems, for: .array, from: Origin(.uniqueItems, node))
        }
        lowerItems(scope, into: &draft)
        lowerContains(scope, into: &draft)
    }

    private mutating func lowerItems(_ scope: BlockScope, into draft: inout BlockDraft) {
        let isLatest = scope.dialect == .draft2020
        let items = scope.schema[.items]
        var list = isLatest ? scope.schema[.prefixItems] : items
        var rest = isLatest ? items : scope.schema[.additionalItems]
        if !isLatest, let items, items.kind != .array {
            (list, rest) = (nil, items)
        } else if !isLatest && items == nil {
            rest = nil
        }
        if rest.map({ !$0.isSchema }) ?? false { rest = nil }
        guard let origin = list ?? rest else { return }
        var plan = ItemsPlan()
        plan.isTracking = scope.marks
        plan.prefix = program.add(
            blocks: (list.map { Array($0.elements) } ?? []).map { child($0, of: scope) })
        plan.hasRest = rest != nil
        plan.rest = rest.map { child($0, of: scope) } ?? .none
        program.items.append(plan)
        program.itemsOrigins.append(
            ItemsOrigin(
                prefix: list.map { Origin(isLatest ? .prefixItems : .items, $0) },
                rest: rest.map { Origin(isLatest || list == nil ? .items : .additionalItems, $0) }))
        draft.add(
            .items(Int32(program.items.count - 1)), for: .array, from: Origin(.items, origin))
    }

    private mutating func lowerContains(_ scope: BlockScope, into draft: inout BlockDraft) {
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
