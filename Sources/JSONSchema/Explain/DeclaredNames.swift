import Documents

/// The keys that a schema declares for a value, wherever it applies another schema to it.
enum DeclaredNames {
    /// The declared names, in no order that matters but always the same.
    static func reachable(from root: BlockID, _ index: Int, _ machine: Machine) -> [String] {
        let program = machine.code.program
        var names: [String] = []
        var visited: Set<BlockID> = []
        var pending = [root]
        while let id = pending.popLast() {
            guard id >= 0, visited.insert(id).inserted else { continue }
            for position in program.blocks[Int(id)][.object].indices {
                switch program.instructions[position] {
                case .members(let plan): names += program.declaredNames(of: Int(plan))
                case .apply(let block): pending.append(block)
                case .allOf(let list), .anyOf(let list), .oneOf(let list),
                    .anyOfTracking(let list), .oneOfTracking(let list):
                    pending += list.indices.map { program.blockLists[$0] }
                case .conditional(let plan), .conditionalTracking(let plan):
                    let plan = program.conditionals[Int(plan)]
                    pending += [plan.condition, plan.consequence, plan.alternative]
                default: break
                }
            }
        }
        return names
    }
}

extension SchemaProgram {
    /// The names that an object plan declares, in order.
    func declaredNames(of plan: Int) -> [String] {
        zip(objectOrigins[plan].names, objects[plan].properties.indices)
            .filter { properties[$1].isDeclared }.map(\.0)
    }
}
