import Documents

/// Makes the steps of the hot loop from a program's instructions, block by block and kind by kind:
/// what is known of the kind is decided here, checks of one value become one, and references to
/// other schemas for the same value are replaced by their steps.
struct Fusion {
    let program: SchemaProgram
    var result = FusedProgram()

    /// How deep references are followed into, and how long a list may grow by that.
    private static let depthLimit = 6
    private static let stepLimit = 64

    /// A list of steps in the making.
    struct Draft {
        let kind: Node.Kind
        let resource: Int32
        var steps: [Step] = []
        var length = Step.Bounds()
        var count = Step.Bounds()
        /// How deep in other blocks, and how many of their instructions have been taken over.
        var depth = 0
        var taken = 0
    }

    static func fuse(_ program: SchemaProgram) -> FusedProgram {
        var fusion = Fusion(program: program)
        fusion.result.blockLists = program.blockLists
        fusion.fusePatterns()
        fusion.fuseProperties()
        for block in program.blocks { fusion.fuse(block) }
        return fusion.result
    }

    private init(program: SchemaProgram) {
        self.program = program
    }

    private mutating func fuse(_ block: Block) {
        var head = BlockHead(block)
        var lists = [FlatRange](repeating: .empty, count: 8)
        for kind in Node.Kind.allCases where block[kind].count > 0 {
            var draft = Draft(kind: kind, resource: block.resource)
            for position in block[kind].indices { add(position, to: &draft) }
            let steps = finished(draft)
            if steps.isEmpty && !block.flags.contains(.tracks) { continue }
            head.checked.insert(TypeSet(kind))
            if steps.allSatisfy(\.isLeaf) { head.leaves.insert(TypeSet(kind)) }
            lists[Int(kind.rawValue)] = FlatRange(
                start: Int32(result.steps.count), count: Int32(steps.count))
            result.steps += steps
        }
        result.heads.append(head)
        result.lists += lists
    }

    /// The steps, the cheap ones first; the others keep their order.
    private func finished(_ draft: Draft) -> [Step] {
        var steps = draft.steps
        if draft.length.minimum > 0 || draft.length.maximum < .max {
            steps.insert(.length(draft.length), at: 0)
        }
        if draft.count.minimum > 0 || draft.count.maximum < .max {
            steps.insert(.count(draft.count), at: 0)
        }
        if steps.contains(where: \.isFail) { return [.fail] }
        return steps.filter(\.isLeaf) + steps.filter { !$0.isLeaf }
    }

    /// Adds what the instruction at `position` checks.
    mutating func add(_ position: Int, to draft: inout Draft) {
        let instruction = program.instructions[position]
        switch instruction {
        case .fail: draft.steps.append(.fail)
        case .boolean(let value): draft.steps.append(.boolean(value))
        case .string(.length(let bound)): draft.length.narrow(to: bound)
        case .array(.count(let bound)), .object(.count(let bound)): draft.count.narrow(to: bound)
        case .string(.pattern(let pattern)): draft.steps.append(.pattern(pattern))
        case .oneOfNames(let table): draft.steps.append(names(table))
        case .oneOfValues(let values) where draft.kind == .number:
            draft.steps.append(integers(values) ?? .instruction(Int32(position)))
        case .number(let check): addNumber(check, at: position, to: &draft)
        case .items(let plan): draft.steps.append(items(plan) ?? .instruction(Int32(position)))
        case .members(let plan):
            draft.steps.append(hasFewNames(plan) ? .fewNames(plan) : .object(plan))
        default: addLogic(instruction, position, to: &draft)
        }
    }

    /// Adds another schema for the same value: its steps where that is possible.
    mutating func add(block id: BlockID, to draft: inout Draft) {
        let block = program.blocks[Int(id)]
        switch block.fate(of: draft.kind) {
        case .refused: draft.steps.append(.fail)
        case .accepted: return
        case .open:
            let list = block[draft.kind]
            let isSameScope = !program.usesDynamicScope || block.resource == draft.resource
            guard isSameScope, !block.flags.contains(.tracks), draft.depth < Fusion.depthLimit,
                draft.taken + Int(list.count) <= Fusion.stepLimit
            else {
                draft.steps.append(.apply(id))
                return
            }
            if !block.types.contains(TypeSet(draft.kind)) { draft.steps.append(.type(block.types)) }
            draft.depth += 1
            draft.taken += Int(list.count)
            for position in list.indices { add(position, to: &draft) }
            draft.depth -= 1
        }
    }
}

extension Step {
    var isFail: Bool {
        if case .fail = self { true } else { false }
    }
}

extension Step.Bounds {
    mutating func narrow(to bound: CountBound) {
        switch bound {
        case .atLeast(let least): minimum = max(minimum, UInt32(clamping: least))
        case .atMost(let most): maximum = min(maximum, UInt32(clamping: most))
        }
    }
}
