import Documents

/// What can be said of all values of one kind under a block.
enum KindFate {
    case accepted, refused, open
}

extension Block {
    func fate(of kind: Node.Kind) -> KindFate {
        if !types.mayContain(kind) { return .refused }
        let isWhole = types.contains(TypeSet(kind))
        return isWhole && self[kind].count == 0 ? .accepted : .open
    }
}

extension Fusion {
    mutating func addLogic(
        _ instruction: Instruction, _ position: Int, to draft: inout Draft
    ) {
        switch instruction {
        case .apply(let block): add(block: block, to: &draft)
        case .allOf(let list):
            for block in branches(list) { add(block: block, to: &draft) }
        case .anyOf(let list): addAny(branches(list), to: &draft)
        case .oneOf(let list): addOne(branches(list), to: &draft)
        case .conditional(let plan): addConditional(plan, to: &draft)
        case .not(let block):
            switch fate(block, draft) {
            case .accepted: draft.steps.append(.fail)
            case .refused: return
            case .open: draft.steps.append(.instruction(Int32(position)))
            }
        default: draft.steps.append(.instruction(Int32(position)))
        }
    }

    private func branches(_ list: FlatRange) -> [BlockID] {
        list.indices.map { program.blockLists[$0] }
    }

    private func fate(_ block: BlockID, _ draft: Draft) -> KindFate {
        program.blocks[Int(block)].fate(of: draft.kind)
    }

    private mutating func addAny(_ branches: [BlockID], to draft: inout Draft) {
        if branches.contains(where: { fate($0, draft) == .accepted }) { return }
        let open = branches.filter { fate($0, draft) == .open }
        if open.count > 1 {
            draft.steps.append(.anyOf(add(list: open)))
        } else if let only = open.first {
            add(block: only, to: &draft)
        } else {
            draft.steps.append(.fail)
        }
    }

    private mutating func addOne(_ branches: [BlockID], to draft: inout Draft) {
        let possible = branches.filter { fate($0, draft) != .refused }
        if possible.count > 1 {
            draft.steps.append(.oneOf(add(list: possible)))
        } else if let only = possible.first {
            add(block: only, to: &draft)
        } else {
            draft.steps.append(.fail)
        }
    }

    private mutating func addConditional(_ id: Int32, to draft: inout Draft) {
        let plan = program.conditionals[Int(id)]
        let next: BlockID
        switch fate(plan.condition, draft) {
        case .accepted: next = plan.consequence
        case .refused: next = plan.alternative
        case .open:
            draft.steps.append(.conditional(id))
            return
        }
        if next >= 0 { add(block: next, to: &draft) }
    }

    private mutating func add(list: [BlockID]) -> FlatRange {
        let start = result.blockLists.count
        result.blockLists += list
        return FlatRange(start: Int32(start), count: Int32(list.count))
    }
}
