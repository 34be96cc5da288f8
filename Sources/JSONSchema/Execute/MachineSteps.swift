import Documents

extension Machine {
    /// Whether a value of an accepted type passes a block's steps.
    mutating func runSteps(_ id: BlockID, _ index: Int) -> Bool {
        let kind = view.nodes[index].kind
        if kind == .string && view.isOpaque(view.nodes[index]) {
            return runInstructions(id, index)
        }
        let head = flat.heads[Int(id)]
        guard enter(resource: head.resource) else { return false }
        let list = flat.lists[Int(id) &* 8 &+ Int(kind.rawValue)]
        let holds =
            head.flags.contains(.tracks) && kind.isContainer
            ? runTracking(head, list, index) : runList(list, index)
        leave()
        return holds
    }

    /// The same where no step applies another schema.
    mutating func runLeaves(_ id: BlockID, _ index: Int) -> Bool {
        let node = view.nodes + index
        let kind = node.pointee.kind
        if kind == .string && view.isOpaque(node.pointee) { return runInstructions(id, index) }
        guard countStep() else { return false }
        let list = flat.lists[Int(id) &* 8 &+ Int(kind.rawValue)]
        var step = flat.steps + Int(list.start)
        let end = step + Int(list.count)
        while step < end {
            guard runLeaf(step.pointee, node) else { return false }
            step += 1
        }
        return true
    }

    @inline(__always)
    private mutating func runList(_ list: FlatRange, _ index: Int) -> Bool {
        var step = flat.steps + Int(list.start)
        let end = step + Int(list.count)
        while step < end {
            guard run(step.pointee, index) else { return false }
            step += 1
        }
        return true
    }

    @inline(__always)
    private mutating func run(_ step: Step, _ index: Int) -> Bool {
        switch step {
        case .object(let plan): runObject(plan, index)
        case .fewNames(let plan): runFewNames(plan, index)
        case .elements(let block): runElements(block, index)
        case .apply(let block): run(block, index)
        case .anyOf(let list): runAny(list, index)
        case .oneOf(let list):
            runOne(list, index, view.nodes[index], isTracking: false)
        case .conditional(let plan):
            runConditional(plan, index, view.nodes[index], isTracking: false)
        case .instruction(let position):
            execute(flat.instructions[Int(position)], index, view.nodes[index])
        default: runOneLeaf(step, index)
        }
    }

    @inline(never)
    private mutating func runOneLeaf(_ step: Step, _ index: Int) -> Bool {
        runLeaf(step, view.nodes + index)
    }

    /// Runs a block whose unevaluated keyword reads what the rest of it evaluates.
    @inline(never)
    private mutating func runTracking(
        _ head: BlockHead, _ list: FlatRange, _ index: Int
    ) -> Bool {
        let frame = marks.push(Int(view.nodes[index].length))
        guard runList(list, index) else {
            marks.drop(frame)
            return false
        }
        if head.flags.contains(.isTracked) { marks.merge(frame) } else { marks.drop(frame) }
        return true
    }

    /// Runs a block's own instructions, where a step would need to know what is known only later.
    @inline(never)
    private mutating func runInstructions(_ id: BlockID, _ index: Int) -> Bool {
        let block = flat.blocks[Int(id)]
        let record = view.nodes[index]
        guard enter(block) else { return false }
        defer { leave() }
        for position in block[record.kind].indices
        where !execute(flat.instructions[position], index, record) {
            return false
        }
        return true
    }

    /// Applies a schema to every element of an array.
    private mutating func runElements(_ block: BlockID, _ index: Int) -> Bool {
        let nodes = view.nodes
        var child = index &+ 1
        var left = nodes[index].length
        while left > 0 {
            if !run(block, child) { return false }
            child = Int(nodes[child].next)
            left &-= 1
        }
        return true
    }
}
