import Documents

/// Where a schema leads, whatever the value is. Only this file knows which instructions
/// hold schemas.
struct BlockEdges: Sendable {
    /// Schemas that describe the same value, in any branch, chosen or not.
    private(set) var same: [BlockID] = []
    /// Plans for the members of an object: indices into `objects` of the program.
    private(set) var objects: [Int] = []
    /// Plans for the elements of an array: indices into `items` of the program.
    private(set) var items: [Int] = []
    /// Schemas of any element and of any member.
    private(set) var children: [BlockID] = []

    init(_ id: BlockID, _ program: SchemaProgram) {
        let block = program.blocks[Int(id)]
        var seen: Set<Int> = []
        for kind in Node.Kind.allCases {
            for position in block[kind].indices where seen.insert(position).inserted {
                add(program.instructions[position], program)
            }
        }
        for instruction in program.idle[id] ?? [] { add(instruction, program) }
    }

    private mutating func add(_ instruction: Instruction, _ program: SchemaProgram) {
        switch instruction {
        case .members(let plan): objects.append(Int(plan))
        case .items(let plan): items.append(Int(plan))
        case .contains(let plan): addChild(program.contains[Int(plan)].block)
        case .unevaluatedItems(let block), .unevaluatedProperties(let block): addChild(block)
        case .apply(let block), .not(let block): addSame(block)
        case .applyDynamic(let plan):
            let plan = program.dynamics[Int(plan)]
            addSame(plan.fallback)
            addSame(plan.union)
        case .allOf(let list), .anyOf(let list), .oneOf(let list), .anyOfTracking(let list),
            .oneOfTracking(let list):
            for position in list.indices { addSame(program.blockLists[position]) }
        case .conditional(let plan), .conditionalTracking(let plan):
            let plan = program.conditionals[Int(plan)]
            for block in [plan.condition, plan.consequence, plan.alternative] { addSame(block) }
        case .dependentSchemas(let plan):
            for slot in program.slots(of: program.dependentSchemas[Int(plan)].names) {
                addSame(slot.value)
            }
        case .fail, .number, .string, .array, .object, .boolean, .oneOfNames, .oneOfValues,
            .propertyNames:
            break
        }
    }

    private mutating func addSame(_ block: BlockID) {
        if block >= 0 { same.append(block) }
    }

    private mutating func addChild(_ block: BlockID) {
        if block >= 0 { children.append(block) }
    }

    /// Every schema that it leads to, for the same value or for one below it.
    func all(_ program: SchemaProgram) -> [BlockID] {
        let members = objects.map { program.objects[$0] }.flatMap { plan in
            plan.properties.indices.map { program.properties[$0].block }
                + plan.patterns.indices.map { program.patternEntries[$0].block } + [plan.additional]
        }
        let elements = items.map { program.items[$0] }.flatMap { plan in
            plan.prefix.indices.map { program.blockLists[$0] } + [plan.rest]
        }
        return (same + children + members + elements).filter { $0 >= 0 }
    }
}

extension Code {
    /// The schemas that `root` applies to its own value, itself included, in any branch.
    func inPlace(_ root: BlockID) -> [BlockID] {
        var found: [BlockID] = []
        var known: Set<BlockID> = [root]
        var pending = [root]
        while let block = pending.popLast() {
            found.append(block)
            pending += secrecy.edges[Int(block)].same.reversed().filter {
                known.insert($0).inserted
            }
        }
        return found
    }
}

extension SchemaProgram {
    /// The slots of a table that hold a name.
    fileprivate func slots(of table: NameTable) -> some Sequence<NameSlot> {
        let start = Int(table.slots)
        return slots[start..<start + Int(table.mask) + 1].lazy.filter { $0.value >= 0 }
    }
}
