import Documents
import SourceText

extension Lowering {
    /// The block of a subschema for the same value.
    mutating func sameValue(
        _ node: Node, of scope: BlockScope, keyword: Node, marks: Bool? = nil
    ) -> BlockID {
        let resource = registry.resource(of: node, within: scope.resource)
        let location = SchemaLocation(node: node, resource: resource)
        let target = block(for: location, isTracked: marks ?? scope.marks)
        note(target, by: keyword, in: scope)
        return target
    }

    /// Notes that `scope`'s schema applies `target` to the same value.
    mutating func note(_ target: BlockID, by keyword: Node, in scope: BlockScope) {
        applications[scope.id, default: []].append(
            Application(target: target, keyword: keyword))
    }

    mutating func lowerLogic(_ scope: BlockScope, into draft: inout BlockDraft) {
        let schema = scope.schema
        if let node = schema[.allOf], node.kind == .array {
            let list = branches(node, of: scope)
            draft.add(.allOf(list), for: .all, from: Origin(.allOf, node))
        }
        if let node = schema[.anyOf], node.kind == .array {
            let list = branches(node, of: scope)
            addBranching(
                .anyOf(list), tracking: .anyOfTracking(list), Origin(.anyOf, node), scope, &draft)
        }
        if let node = schema[.oneOf], node.kind == .array {
            let list = branches(node, of: scope)
            addBranching(
                .oneOf(list), tracking: .oneOfTracking(list), Origin(.oneOf, node), scope, &draft)
        }
        if let node = schema.schema(.not) {
            let block = sameValue(node, of: scope, keyword: node, marks: false)
            draft.add(.not(block), for: .all, from: Origin(.not, node))
        }
        lowerConditional(scope, into: &draft)
    }

    private mutating func branches(_ node: Node, of scope: BlockScope) -> FlatRange {
        let schemas = node.elements.filter(\.isSchema)
        return program.add(blocks: schemas.map { sameValue($0, of: scope, keyword: $0) })
    }

    /// Adds a check that has to run every branch where what they evaluate is noted.
    private func addBranching(
        _ plain: Instruction, tracking: Instruction, _ origin: Origin, _ scope: BlockScope,
        _ draft: inout BlockDraft
    ) {
        if scope.marks {
            draft.add(plain, for: BlockDraft.scalars, from: origin)
            draft.add(tracking, for: BlockDraft.containers, from: origin)
        } else {
            draft.add(plain, for: .all, from: origin)
        }
    }

    private mutating func lowerConditional(_ scope: BlockScope, into draft: inout BlockDraft) {
        guard let condition = scope.schema.schema(.if) else { return }
        let consequence = scope.schema.schema(.then)
        let alternative = scope.schema.schema(.else)
        let plan = ConditionalPlan(
            condition: sameValue(condition, of: scope, keyword: condition),
            consequence: consequence.map { sameValue($0, of: scope, keyword: $0) } ?? .none,
            alternative: alternative.map { sameValue($0, of: scope, keyword: $0) } ?? .none)
        program.conditionals.append(plan)
        let id = Int32(program.conditionals.count - 1)
        addBranching(
            .conditional(id), tracking: .conditionalTracking(id), Origin(.if, condition), scope,
            &draft)
    }
}

extension Machine {
    private mutating func block(_ position: Int) -> BlockID { flat.blockLists[position] }

    mutating func runAll(_ list: FlatRange, _ index: Int) -> Bool {
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

    mutating func runAnyTracking(
        _ list: FlatRange, _ index: Int, _ record: NodeRecord
    ) -> Bool {
        var holds = false
        for position in list.indices {
            if runBranch(block(position), index, record) { holds = true }
            if abortion != nil { return false }
        }
        return holds
    }

    /// Exactly one; at least one for an opaque string, where it cannot be known which one.
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

    /// What is known only later passes if the schema looks at strings.
    mutating func runNot(_ block: BlockID, _ index: Int, _ record: NodeRecord) -> Bool {
        if !run(block, index) && abortion == nil { return true }
        return view.isOpaque(record) && flat.blocks[Int(block)][.string].count > 0
    }
}

extension FailureExplainer {
    /// Reports the alternative that came nearest, and how many others failed.
    mutating func explainAny(_ list: FlatRange, _ index: Int, _ origin: Origin) {
        let blocks = blocks(list)
        for block in blocks where machine.run(block, index) || machine.abortion != nil { return }
        explainNearest(blocks, list.start, index, origin)
    }

    mutating func explainOne(_ list: FlatRange, _ index: Int, _ origin: Origin) {
        let blocks = blocks(list)
        var matching: [Int] = []
        for (position, block) in blocks.enumerated() where machine.run(block, index) {
            matching.append(position + 1)
        }
        if machine.abortion != nil { return }
        if matching.isEmpty {
            explainNearest(blocks, list.start, index, origin)
        } else if matching.count > 1 && !machine.node(index).isOpaque {
            let numbers = Listing.short(matching.map(String.init), by: "and")
            report(
                origin, index,
                "must match exactly one of \(blocks.count) alternatives, not \(numbers) together")
        }
    }

    /// Reports what is wrong under the alternative that was probably meant.
    private mutating func explainNearest(
        _ blocks: [BlockID], _ start: Int32, _ index: Int, _ origin: Origin
    ) {
        if trail != nil { return explainEach(blocks, index, origin) }
        let node = machine.node(index)
        if let types = commonTypes(blocks, index) {
            let found = isHidden(index) ? ValueText.kind(node) : ValueText.described(node)
            report(origin, index, "must be \(types.description), not \(found)")
            return
        }
        let choice =
            node.kind == .object
            ? choose(blocks, start, node) : .nearest(of: Array(blocks.indices), strangers: [])
        switch choice {
        case .reported: return
        case .one(let position, let remark):
            let found = collect { $0.explain(blocks[position], index, by: origin) }
            adopt(found, remark: remark)
        case .nearest(let positions, let strangers):
            let found = blocks.map { block in collect { $0.explain(block, index, by: origin) } }
            let best = NearestBranch.position(
                in: found.map(\.failures), among: positions, strangers, for: index)
            guard let best else { return }
            adopt(found[best], remark: NearestBranch.remark(on: found.map(\.failures), for: index))
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
}
