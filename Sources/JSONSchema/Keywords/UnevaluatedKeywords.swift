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
    mutating func explainUnevaluated(
        _ id: BlockID, _ instruction: Instruction, _ index: Int, _ origin: Origin
    ) {
        let isObject = machine.view.records[index].kind == .object
        let known = isObject ? DeclaredNames.reachable(from: id, index, machine) : []
        for child in machine.unevaluatedChildren(id, index) {
            switch instruction {
            case .unevaluatedProperties(let block) where block >= 0:
                guard let key = child.key else { continue }
                explainAdditional(block, key, child, origin, known: known)
            case .unevaluatedItems(let block) where block >= 0:
                explain(block, child.index, by: origin)
            default: continue
            }
        }
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
