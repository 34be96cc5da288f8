import Documents

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

    /// Few elements are compared each with each, in place.
    mutating func runUnique(_ index: Int, _ record: NodeRecord) -> Bool {
        if record.length > 8 { return UniqueItems.firstPair(in: node(index)) == nil }
        var left = index + 1
        for position in 0..<Int(record.length) {
            var right = Int(view.records[left].next)
            for _ in position + 1..<max(Int(record.length), position + 1) {
                if mayBeEqual(left, right) && node(left).isEqual(to: node(right)) { return false }
                right = Int(view.records[right].next)
            }
            left = Int(view.records[left].next)
        }
        return true
    }

    /// False where kinds, sizes or first bytes tell that two values differ.
    private mutating func mayBeEqual(_ left: Int, _ right: Int) -> Bool {
        let (left, right) = (view.records[left], view.records[right])
        guard left.kind == right.kind else { return false }
        if left.kind == .number { return true }
        guard left.length == right.length else { return false }
        return left.kind != .string || view.text(left).first == view.text(right).first
    }

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
