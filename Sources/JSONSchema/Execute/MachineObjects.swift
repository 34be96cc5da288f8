import Documents

extension Machine {
    /// One pass over an object's members: declared, patterned and additional ones, and the count of
    /// the required ones. Keys are unique, as the readers see to.
    mutating func runObject(_ id: Int32, _ index: Int, _ record: NodeRecord) -> Bool {
        let plan = flat.objects[Int(id)]
        if record.length < plan.requiredCount { return false }
        var missing = plan.requiredCount
        var key = index + 1
        for position in 0..<Int(record.length) {
            let value = key + 1
            let text = view.text(view.records[key])
            var isTaken = false
            let found = find(text, in: plan.names)
            if found >= 0 {
                let entry = flat.properties[found]
                if entry.isRequired { missing -= 1 }
                isTaken = entry.isDeclared
                if entry.block >= 0 && !run(entry.block, value) { return false }
            }
            if plan.patterns.count > 0 {
                guard let matched = runPatterns(plan, text, key) else { return false }
                isTaken = isTaken || matched
            }
            if !isTaken && plan.hasAdditional {
                isTaken = true
                if plan.additional >= 0 && !run(plan.additional, value) { return false }
            }
            if isTaken && plan.isTracking { marks.insert(position) }
            key = Int(view.records[value].next)
        }
        return missing <= 0
    }

    /// Applies the schemas of the patterns that match a key. Nil if one fails, else whether any
    /// pattern matched.
    private mutating func runPatterns(
        _ plan: ObjectPlan, _ text: UnsafeBufferPointer<UInt8>, _ key: Int
    ) -> Bool? {
        var matched = false
        for position in plan.patterns.indices {
            let entry = flat.patternEntries[position]
            guard matches(entry.pattern, text, key) else { continue }
            matched = true
            if entry.block >= 0 && !run(entry.block, key + 1) { return nil }
        }
        return abortion == nil ? matched : nil
    }

    /// The patterns of a plan that match a key.
    mutating func patterns(of plan: ObjectPlan, matching key: Node) -> [PatternEntry] {
        plan.patterns.indices.map { flat.patternEntries[$0] }.filter { entry in
            key.withText { matches(entry.pattern, $0, key.index) }
        }
    }

    mutating func runPropertyNames(_ block: BlockID, _ index: Int, _ record: NodeRecord) -> Bool {
        var key = index + 1
        for _ in 0..<record.length {
            if !run(block, key) { return false }
            key = Int(view.records[key + 1].next)
        }
        return true
    }

    mutating func runDependentSchemas(_ id: Int32, _ index: Int, _ record: NodeRecord) -> Bool {
        let plan = code.program.dependentSchemas[Int(id)]
        var key = index + 1
        for _ in 0..<record.length {
            let block = find(view.text(view.records[key]), in: plan.names)
            if block >= 0 && !run(BlockID(block), index) { return false }
            key = Int(view.records[key + 1].next)
        }
        return true
    }

    mutating func runDependentRequired(_ id: Int32, _ index: Int, _ record: NodeRecord) -> Bool {
        var holds = true
        forEachMissingDependency(id, index, record) { _, _ in
            holds = false
            return false
        }
        return holds
    }

    /// Calls `body` with each present name and a missing one that it asks for, as numbers within
    /// the plan, until it returns false. The marks serve as the set of the names that are present.
    mutating func forEachMissingDependency(
        _ id: Int32, _ index: Int, _ record: NodeRecord, _ body: (Int, Int) -> Bool
    ) {
        let plan = code.program.dependentNames[Int(id)]
        let frame = marks.push(Int(plan.lists.count))
        defer { marks.drop(frame) }
        var key = index + 1
        for _ in 0..<record.length {
            let found = find(view.text(view.records[key]), in: plan.names)
            if found >= 0 { marks.insert(found) }
            key = Int(view.records[key + 1].next)
        }
        for name in 0..<Int(plan.lists.count) where marks.contains(name) {
            let list = code.program.nameLists[Int(plan.lists.start) + name]
            for position in list.indices {
                let wanted = Int(code.program.nameIDs[position])
                if !marks.contains(wanted) && !body(name, wanted) { return }
            }
        }
    }

    /// Applies a schema to the members or elements that nothing has evaluated, and notes them.
    mutating func runUnevaluated(_ block: BlockID, _ index: Int, _ record: NodeRecord) -> Bool {
        let isObject = record.kind == .object
        var child = index + 1
        for position in 0..<Int(record.length) {
            let value = isObject ? child + 1 : child
            if !marks.contains(position) {
                if block >= 0 && !run(block, value) { return false }
                marks.insert(position)
            }
            child = Int(view.records[value].next)
        }
        return true
    }
}
