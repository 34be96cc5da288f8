import Documents

extension Lowering {
    /// The block of a subschema for the same value.
    mutating func sameValue(
        _ node: Node, of scope: BlockScope, keyword: Node, marks: Bool? = nil
    ) -> BlockID {
        let resource = registry.resource(of: node, within: scope.resource)
        let place = SchemaLocation(node: node, resource: resource)
        let target = block(for: place, isTracked: marks ?? scope.marks)
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

    mutating func lowerUnevaluated(_ scope: BlockScope, into draft: inout BlockDraft) {
        if scope.tracks { draft.flags.insert(.tracks) }
        if scope.isTracked { draft.flags.insert(.isTracked) }
        if let node = scope.schema.schema(.unevaluatedItems) {
            let block = child(node, of: scope)
            draft.add(
                .unevaluatedItems(block), for: .array, from: Origin(.unevaluatedItems, node))
        }
        if let node = scope.schema.schema(.unevaluatedProperties) {
            let block = child(node, of: scope)
            draft.add(
                .unevaluatedProperties(block), for: .object,
                from: Origin(.unevaluatedProperties, node))
        }
    }
}
