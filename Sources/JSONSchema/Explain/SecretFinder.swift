import Documents

/// Finds the nodes that a schema calls secret, whether or not they are valid.
struct SecretFinder {
    private let code: Code
    private let view: DocumentView
    private var machine: Machine
    private var secrets: Set<Int> = []
    private var visited: Set<Visit> = []
    private var pending: [Visit] = []

    private struct Visit: Hashable {
        let block: BlockID
        let index: Int
    }

    static func secrets(
        in index: Int, _ code: Code, _ view: DocumentView, _ root: BlockID
    ) -> Set<Int> {
        guard code.program.hasSecrets else { return [] }
        var finder = SecretFinder(code, view)
        finder.visit(root, index)
        while let next = finder.pending.popLast() { finder.look(next) }
        return finder.secrets
    }

    private init(_ code: Code, _ view: DocumentView) {
        self.code = code
        self.view = view
        machine = Machine(code, view)
    }

    private mutating func visit(_ block: BlockID, _ index: Int) {
        guard block >= 0 else { return }
        let visit = Visit(block: block, index: index)
        if visited.insert(visit).inserted { pending.append(visit) }
    }

    private mutating func look(_ visit: Visit) {
        let block = code.program.blocks[Int(visit.block)]
        if block.flags.contains(.isSecret) { secrets.insert(visit.index) }
        let node = machine.node(visit.index)
        for position in block[node.kind].indices {
            follow(code.program.instructions[position], node)
        }
    }

    private mutating func follow(_ instruction: Instruction, _ node: Node) {
        switch instruction {
        case .object(let plan): followObject(code.program.objects[Int(plan)], node)
        case .items(let plan): followItems(code.program.items[Int(plan)], node)
        case .contains(let plan): visitChildren(code.program.contains[Int(plan)].block, node)
        case .unevaluatedItems(let block), .unevaluatedProperties(let block):
            visitChildren(block, node)
        case .apply(let block): visit(block, node.index)
        case .applyDynamic(let plan): followDynamic(code.program.dynamics[Int(plan)], node)
        case .allOf(let list), .anyOf(let list), .oneOf(let list), .anyOfTracking(let list),
            .oneOfTracking(let list):
            for position in list.indices { visit(code.program.blockLists[position], node.index) }
        case .conditional(let plan), .conditionalTracking(let plan):
            let plan = code.program.conditionals[Int(plan)]
            for block in [plan.condition, plan.consequence, plan.alternative] {
                visit(block, node.index)
            }
        case .dependentSchemas(let plan):
            followDependent(code.program.dependentSchemas[Int(plan)], node)
        default: break
        }
    }

    private mutating func visitChildren(_ block: BlockID, _ node: Node) {
        for element in node.elements { visit(block, element.index) }
        for member in node.members { visit(block, member.value.index) }
    }

    private mutating func followObject(_ plan: ObjectPlan, _ node: Node) {
        for member in node.members {
            let found = member.key.withText { machine.find($0, in: plan.names) }
            var isTaken = false
            if found >= 0 {
                isTaken = code.program.properties[found].isDeclared
                visit(code.program.properties[found].block, member.value.index)
            }
            for entry in machine.patterns(of: plan, matching: member.key) {
                isTaken = true
                visit(entry.block, member.value.index)
            }
            if !isTaken { visit(plan.additional, member.value.index) }
        }
    }

    private mutating func followItems(_ plan: ItemsPlan, _ node: Node) {
        for (position, element) in node.elements.enumerated() {
            let isPrefix = position < Int(plan.prefix.count)
            let block =
                isPrefix
                ? code.program.blockLists[Int(plan.prefix.start) + position] : plan.rest
            visit(block, element.index)
        }
    }

    private mutating func followDynamic(_ plan: DynamicPlan, _ node: Node) {
        visit(plan.fallback, node.index)
        for position in plan.targets.indices {
            visit(code.program.dynamicTargets[position].block, node.index)
        }
    }

    private mutating func followDependent(_ plan: DependentSchemasPlan, _ node: Node) {
        for member in node.members {
            let block = member.key.withText { machine.find($0, in: plan.names) }
            visit(BlockID(block), node.index)
        }
    }
}
