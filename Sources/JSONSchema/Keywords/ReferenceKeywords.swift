import Documents
import SourceText

/// What dynamic references ask for; those that ask for the same have the same targets.
struct DynamicQuestion: Hashable {
    /// The anchor; nil for `$recursiveRef`.
    let anchor: ExactText?
    let isTracked: Bool
}

extension Lowering {
    mutating func lowerReferences(_ scope: BlockScope, into draft: inout BlockDraft) {
        if let (node, text) = scope.schema.text(.ref),
            let location = resolve(text, .ref, at: node, scope)
        {
            apply(location, by: Origin(.ref, node), scope, &draft)
        }
        if let (node, text) = scope.schema.text(.dynamicRef),
            let location = resolve(text, .dynamicRef, at: node, scope)
        {
            let anchor = ExactText(URIReference(text).decodedFragment)
            let offered = registry.resources[location.resource].dynamicAnchors[anchor]
            if offered?.isSame(as: location.node) ?? false {
                applyDynamic(location, anchor, Origin(.dynamicRef, node), scope, &draft)
            } else {
                apply(location, by: Origin(.dynamicRef, node), scope, &draft)
            }
        }
        if let (node, text) = scope.schema.text(.recursiveRef),
            let location = resolve(text, .recursiveRef, at: node, scope)
        {
            if registry.resources[location.resource].isRecursiveAnchor {
                applyDynamic(location, nil, Origin(.recursiveRef, node), scope, &draft)
            } else {
                apply(location, by: Origin(.recursiveRef, node), scope, &draft)
            }
        }
    }

    private mutating func resolve(
        _ text: String, _ keyword: Keyword, at node: Node, _ scope: BlockScope
    ) -> SchemaLocation? {
        switch registry.resolve(text, in: scope.resource) {
        case .schema(let location): return location
        case .failure(let why, let hint):
            registry.report(.unresolved(keyword.name, why, at: node, hint: hint))
            return nil
        }
    }

    private mutating func apply(
        _ location: SchemaLocation, by origin: Origin, _ scope: BlockScope,
        _ draft: inout BlockDraft
    ) {
        program.references[NodeID(origin.schema)] = location.node
        let target = block(for: end(of: location), isTracked: scope.marks)
        note(target, by: origin.schema, in: scope)
        draft.add(.apply(target), for: .all, from: origin)
    }

    private mutating func applyDynamic(
        _ location: SchemaLocation, _ anchor: ExactText?, _ origin: Origin, _ scope: BlockScope,
        _ draft: inout BlockDraft
    ) {
        program.usesDynamicScope = true
        let fallback = block(for: location, isTracked: scope.marks)
        program.dynamics.append(DynamicPlan(fallback: fallback))
        let question = DynamicQuestion(anchor: anchor, isTracked: scope.marks)
        dynamics.append(question)
        if dynamicTargets[question] == nil {
            dynamicTargets[question] = []
            questions.append(question)
        }
        let id = Int32(program.dynamics.count - 1)
        draft.add(.applyDynamic(id), for: .all, from: origin)
    }

    /// Offers dynamic references the anchors that have been found since the last time.
    mutating func extendDynamics() {
        for question in questions {
            let anchors =
                question.anchor.map { registry.dynamicAnchors[$0] ?? [] }
                ?? registry.recursiveAnchors
            guard let known = dynamicTargets[question]?.count, known < anchors.count else {
                continue
            }
            for location in anchors[known...] {
                let block = block(for: location, isTracked: question.isTracked)
                dynamicTargets[question]?.append(
                    DynamicTarget(resource: Int32(location.resource), block: block))
            }
        }
    }

    /// Writes the targets of dynamic references into the program.
    mutating func finishDynamics() {
        var plans: [DynamicQuestion: DynamicPlan] = [:]
        for question in questions {
            plans[question] = program.add(targets: dynamicTargets[question] ?? [])
        }
        for (index, question) in dynamics.enumerated() {
            guard var plan = plans[question] else { continue }
            plan.fallback = program.dynamics[index].fallback
            program.dynamics[index] = plan
        }
    }
}

extension SchemaProgram {
    /// Adds targets, sorted by resource, and a block that leads to all of them.
    fileprivate mutating func add(targets: [DynamicTarget]) -> DynamicPlan {
        var plan = DynamicPlan()
        plan.targets = FlatRange(start: Int32(dynamicTargets.count), count: Int32(targets.count))
        dynamicTargets += targets.sorted { $0.resource < $1.resource }
        guard let first = targets.first else { return plan }
        plan.union = BlockID(blocks.count)
        blocks.append(Block())
        blockOrigins.append(blockOrigins[Int(first.block)])
        idle[plan.union] = [.allOf(add(blocks: targets.map(\.block)))]
        return plan
    }

    /// The target that a resource offers.
    fileprivate func target(in range: FlatRange, of resource: Int32) -> BlockID? {
        var (low, high) = (range.indices.lowerBound, range.indices.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if dynamicTargets[middle].resource < resource {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < range.indices.upperBound, dynamicTargets[low].resource == resource else {
            return nil
        }
        return dynamicTargets[low].block
    }
}

extension Machine {
    /// What a dynamic reference means here: the target that the outermost resource offers.
    func dynamicTarget(_ id: Int32) -> BlockID {
        let plan = code.program.dynamics[Int(id)]
        for resource in scope {
            if let target = code.program.target(in: plan.targets, of: resource) { return target }
        }
        return plan.fallback
    }
}
