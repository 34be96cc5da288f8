/// What a program says of secrets, worked out once.
struct SecrecyMap: Sendable {
    /// Where each block leads.
    let edges: [BlockEdges]
    /// Whether a secret may be at the block's value or below it.
    let leadsToSecret: [Bool]

    /// - Complexity: O(*instructions* + *edges*).
    init(_ program: SchemaProgram) {
        let edges = program.blocks.indices.map { BlockEdges(BlockID($0), program) }
        self.edges = edges
        guard program.hasSecrets else {
            leadsToSecret = [Bool](repeating: false, count: edges.count)
            return
        }
        leadsToSecret = Self.marked(program, edges)
    }

    /// Goes backwards from the blocks that are secret themselves.
    private static func marked(_ program: SchemaProgram, _ edges: [BlockEdges]) -> [Bool] {
        var sources = [[Int]](repeating: [], count: edges.count)
        for (block, edges) in edges.enumerated() {
            for target in edges.all(program) { sources[Int(target)].append(block) }
        }
        var isMarked = program.blocks.map { $0.flags.contains(.isSecret) }
        var pending = isMarked.indices.filter { isMarked[$0] }
        while let block = pending.popLast() {
            for source in sources[block] where !isMarked[source] {
                isMarked[source] = true
                pending.append(source)
            }
        }
        return isMarked
    }
}
