import Documents

extension Machine {
    /// One pass over an object's members: declared, patterned and additional ones, and the count of
    /// the required ones. The readers have made sure that keys are unique.
    mutating func runObject(_ id: Int32, _ index: Int) -> Bool {
        let plan = flat.objects + Int(id)
        if view.nodes[index].length < plan.pointee.requiredCount { return false }
        if plan.pointee.patterns.count > 0 || plan.pointee.isTracking {
            return runFully(plan, index)
        }
        let names = plan.pointee.names
        let additional = plan.pointee.additional
        var missing = plan.pointee.requiredCount
        var left = view.nodes[index].length
        var key = index &+ 1
        while left > 0 {
            var block = additional
            let found = find(view.nodes + key, in: names)
            if found >= 0 {
                let entry = flat.properties[found]
                block = entry.block
                missing &-= entry.isRequired ? 1 : 0
            }
            if block >= 0 && !run(block, key &+ 1) { return false }
            key = Int(view.nodes[key &+ 1].next)
            left &-= 1
        }
        return missing <= 0
    }

    /// The same where few names are known and other members are free.
    mutating func runFewNames(_ id: Int32, _ index: Int) -> Bool {
        let plan = flat.objects + Int(id)
        var left = view.nodes[index].length
        var missing = plan.pointee.requiredCount
        if left < missing { return false }
        let first = Int(plan.pointee.properties.start)
        let end = first + Int(plan.pointee.properties.count)
        var key = index &+ 1
        while left > 0 {
            let count = Int(view.nodes[key].length)
            var position = first
            while position < end {
                if Int(flat.propertyNames[position].text.count) == count,
                    flat.propertyNames[position].isName(view.words(view.nodes + key), count)
                {
                    let entry = flat.properties[position]
                    missing &-= entry.isRequired ? 1 : 0
                    if entry.block >= 0 && !run(entry.block, key &+ 1) { return false }
                }
                position &+= 1
            }
            key = Int(view.nodes[key &+ 1].next)
            left &-= 1
        }
        return missing <= 0
    }

    /// The same where there are patterns, or where another keyword needs to know what was evaluated.
    private mutating func runFully(_ plan: UnsafePointer<ObjectPlan>, _ index: Int) -> Bool {
        let plan = plan.pointee
        var missing = plan.requiredCount
        var key = index + 1
        for position in 0..<Int(view.nodes[index].length) {
            let value = key + 1
            var isTaken = false
            let found = find(view.nodes + key, in: plan.names)
            if found >= 0 {
                let entry = flat.properties[found]
                missing &-= entry.isRequired ? 1 : 0
                isTaken = entry.isDeclared
                if entry.block >= 0 && !run(entry.block, value) { return false }
            }
            if plan.patterns.count > 0 {
                guard let matched = runPatterns(plan, key) else { return false }
                isTaken = isTaken || matched
            }
            if !isTaken && plan.hasAdditional {
                isTaken = true
                if plan.additional >= 0 && !run(plan.additional, value) { return false }
            }
            if isTaken && plan.isTracking { marks.insert(position) }
            key = Int(view.nodes[value].next)
        }
        return missing <= 0
    }

    /// Applies the schemas of the patterns that match a key. Nil if one fails, else whether any
    /// pattern matched.
    @inline(__always)
    private mutating func runPatterns(_ plan: ObjectPlan, _ key: Int) -> Bool? {
        let text = view.text(view.nodes[key])
        let words = view.words(view.nodes + key)
        var matched = false
        var entry = flat.patternEntries + Int(plan.patterns.start) - 1
        for _ in 0..<plan.patterns.count {
            entry += 1
            let mask = entry.pointee.mask
            if mask != 0 {
                guard words.first & mask == entry.pointee.word else { continue }
            } else {
                guard matches(entry.pointee.pattern, text, key) else { continue }
            }
            matched = true
            let block = entry.pointee.block
            if block >= 0 && !run(block, key + 1) { return nil }
        }
        return abortion == nil ? matched : nil
    }

    /// The patterns of a plan that match a key.
    mutating func patterns(of plan: ObjectPlan, matching key: Node) -> [PatternEntry] {
        plan.patterns.indices.map { flat.patternEntries[$0] }.filter { entry in
            key.withText { matches(entry.pattern, $0, key.index) }
        }
    }
}
