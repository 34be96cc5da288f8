import Documents
import SourceText

/// A dynamic reference whose targets are still being collected.
struct DynamicDraft {
    /// The anchor that it asks for; nil for `$recursiveRef`.
    let anchor: ExactText?
    let isTracked: Bool
    var targets: [DynamicTarget] = []
    /// How many resources have been asked for the anchor.
    var resourcesSeen = 0
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
        dynamics.append(DynamicDraft(anchor: anchor, isTracked: scope.marks))
        let id = Int32(program.dynamics.count - 1)
        draft.add(.applyDynamic(id), for: .all, from: origin)
    }

    /// Offers dynamic references the resources that have been found since the last time.
    mutating func extendDynamics() {
        for index in dynamics.indices {
            while dynamics[index].resourcesSeen < registry.resources.count {
                let resource = dynamics[index].resourcesSeen
                dynamics[index].resourcesSeen += 1
                guard let node = target(of: dynamics[index], in: resource) else { continue }
                let location = SchemaLocation(node: node, resource: resource)
                let block = block(for: location, isTracked: dynamics[index].isTracked)
                dynamics[index].targets.append(
                    DynamicTarget(resource: Int32(resource), block: block))
            }
        }
    }

    private func target(of draft: DynamicDraft, in resource: ResourceID) -> Node? {
        let resource = registry.resources[resource]
        if let anchor = draft.anchor { return resource.dynamicAnchors[anchor] }
        return resource.isRecursiveAnchor ? resource.root : nil
    }

    /// Writes the targets of dynamic references into the program.
    mutating func finishDynamics() {
        for (index, draft) in dynamics.enumerated() {
            program.dynamics[index].targets = FlatRange(
                start: Int32(program.dynamicTargets.count), count: Int32(draft.targets.count))
            program.dynamicTargets += draft.targets
        }
    }
}

extension Machine {
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
