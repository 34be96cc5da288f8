import Documents

/// Finds schemas that apply themselves to the same value.
struct ReferenceCycles {
    private let applications: [BlockID: [Lowering.Application]]
    private var states: [BlockID: State] = [:]
    private var cycles: [Node] = []
    private var known: Set<NodeID> = []

    private enum State { case open, done }

    /// A block on the path, and its next application.
    private struct Step {
        let block: BlockID
        var next = 0
    }

    init(_ applications: [BlockID: [Lowering.Application]]) {
        self.applications = applications
    }

    /// The references that close a cycle, each once: those on the way of every value, and the others.
    mutating func find(from root: BlockID) -> (inevitable: [Node], others: [Node]) {
        walk(from: root)
        let inevitable = cycles
        for block in applications.keys.sorted() where states[block] == nil {
            walk(from: block)
        }
        return (inevitable, Array(cycles.dropFirst(inevitable.count)))
    }

    private mutating func walk(from start: BlockID) {
        var path = [Step(block: start)]
        states[start] = .open
        while let step = path.last {
            guard let list = applications[step.block], step.next < list.count else {
                states[step.block] = .done
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let target = list[step.next].target
            switch states[target] {
            case nil:
                states[target] = .open
                path.append(Step(block: target))
            case .open: note(path, closedBy: target)
            case .done: continue
            }
        }
    }

    /// Reports the reference on the cycle: every cycle has one, as schemas nest finitely.
    private mutating func note(_ path: [Step], closedBy target: BlockID) {
        guard let start = path.firstIndex(where: { $0.block == target }) else { return }
        let keywords = path[start...].compactMap { step -> Node? in
            applications[step.block]?[step.next - 1].keyword
        }
        guard let reference = keywords.last(where: { $0.kind == .string }) else { return }
        if known.insert(NodeID(reference)).inserted { cycles.append(reference) }
    }
}
