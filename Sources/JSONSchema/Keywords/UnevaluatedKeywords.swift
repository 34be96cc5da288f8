import Documents

extension Lowering {
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

extension Machine {
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
            child = Int(view.nodes[value].next)
        }
        return true
    }

    /// The members' values or elements that the rest of a block does not evaluate. Everything but
    /// its unevaluated keyword must hold.
    mutating func unevaluatedChildren(_ id: BlockID, _ index: Int) -> [Node] {
        let block = flat.blocks[Int(id)]
        let record = view.records[index]
        let frame = marks.push(Int(record.length))
        defer { marks.drop(frame) }
        for position in block[record.kind].indices
        where !flat.instructions[position].isUnevaluated {
            _ = execute(flat.instructions[position], index, record)
        }
        let node = node(index)
        let children = record.kind == .object ? node.members.map(\.value) : Array(node.elements)
        return children.enumerated().filter { !marks.contains($0.offset) }.map(\.element)
    }
}

extension FailureExplainer {
    /// Reports the members or elements that nothing evaluates and the keyword refuses.
    ///
    /// - Parameter othersFail: whether something else is wrong with the value. What fails evaluates
    ///   nothing, so that only children that no other keyword names are reported then.
    mutating func explainUnevaluated(
        _ id: BlockID, _ instruction: Instruction, _ index: Int, _ origin: Origin, othersFail: Bool
    ) {
        let children = machine.unevaluatedChildren(id, index)
        guard !children.isEmpty else { return }
        let named = namedChildren(of: id)
        for child in children where !othersFail || !isNamed(child, in: named) {
            switch instruction {
            case .unevaluatedProperties(let block) where block >= 0:
                guard let key = child.key else { continue }
                explainUnevaluated(block, key, child, named, origin)
            case .unevaluatedItems(let block) where block >= 0:
                explain(block, child.index, by: origin)
            default: continue
            }
        }
    }

    private mutating func explainUnevaluated(
        _ block: BlockID, _ key: Node, _ value: Node, _ named: NamedChildren, _ origin: Origin
    ) {
        let isUnknown = !named.declares(key)
        explainAdditional(
            block, key, value, origin, isUnknown: isUnknown
        ) { _ in isUnknown ? named.names : [] }
    }

    /// Whether any schema of a value has one for this child of it.
    private mutating func isNamed(_ child: Node, in named: NamedChildren) -> Bool {
        if named.takesAny { return true }
        guard let key = child.key else {
            let position = child.record.position
            return named.items.contains { $0.hasRest || position < $0.prefix.count }
        }
        return named.takesAnyMember || named.declares(key)
            || named.patterned.contains { !machine.patterns(of: $0, matching: key).isEmpty }
    }
}

extension Instruction {
    var isUnevaluated: Bool {
        switch self {
        case .unevaluatedItems, .unevaluatedProperties: true
        default: false
        }
    }
}
