import Documents

extension Machine {
    mutating func executeLogic(
        _ instruction: Instruction, _ index: Int, _ record: NodeRecord
    ) -> Bool {
        switch instruction {
        case .allOf(let list): return runAll(list, index)
        case .anyOf(let list): return runAny(list, index)
        case .oneOf(let list): return runOne(list, index, record, isTracking: false)
        case .not(let block): return !run(block, index) && abortion == nil || isOpen(block, record)
        case .anyOfTracking(let list): return runAnyTracking(list, index, record)
        case .oneOfTracking(let list): return runOne(list, index, record, isTracking: true)
        case .conditional(let plan):
            return runConditional(plan, index, record, isTracking: false)
        case .conditionalTracking(let plan):
            return runConditional(plan, index, record, isTracking: true)
        default: return false
        }
    }

    private mutating func block(_ position: Int) -> BlockID { flat.blockLists[position] }

    private mutating func runAll(_ list: FlatRange, _ index: Int) -> Bool {
        for position in list.indices where !run(block(position), index) { return false }
        return true
    }

    mutating func runAny(_ list: FlatRange, _ index: Int) -> Bool {
        for position in list.indices {
            if run(block(position), index) { return true }
            if abortion != nil { return false }
        }
        return false
    }

    private mutating func runAnyTracking(
        _ list: FlatRange, _ index: Int, _ record: NodeRecord
    ) -> Bool {
        var holds = false
        for position in list.indices {
            if runBranch(block(position), index, record) { holds = true }
            if abortion != nil { return false }
        }
        return holds
    }

    /// Exactly one; for an opaque string, of which it cannot be known which one, at least one.
    mutating func runOne(
        _ list: FlatRange, _ index: Int, _ record: NodeRecord, isTracking: Bool
    ) -> Bool {
        var count = 0
        for position in list.indices {
            let holds =
                isTracking
                ? runBranch(block(position), index, record) : run(block(position), index)
            if holds { count += 1 }
            if abortion != nil || count > 1 && !view.isOpaque(record) { return false }
        }
        return count > 0
    }

    mutating func runConditional(
        _ id: Int32, _ index: Int, _ record: NodeRecord, isTracking: Bool
    ) -> Bool {
        let plan = flat.conditionals[Int(id)]
        let holds =
            isTracking
            ? runBranch(plan.condition, index, record) : run(plan.condition, index)
        if abortion != nil { return false }
        let next = holds ? plan.consequence : plan.alternative
        return next < 0 || run(next, index)
    }

    /// Whether `not` must pass, as the string it is about is not known yet.
    private func isOpen(_ block: BlockID, _ record: NodeRecord) -> Bool {
        view.isOpaque(record) && flat.blocks[Int(block)][.string].count > 0
    }

    /// What a dynamic reference means here: the target that the outermost resource offers.
    func dynamicTarget(_ id: Int32) -> BlockID {
        let plan = code.program.dynamics[Int(id)]
        for resource in scope {
            for position in plan.targets.indices {
                let target = code.program.dynamicTargets[position]
                if target.resource == resource { return target.block }
            }
        }
        return plan.fallback
    }
}
