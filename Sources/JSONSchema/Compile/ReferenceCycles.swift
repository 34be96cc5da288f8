import Documents

/// Finds schemas that apply themselves to the same value.
struct ReferenceCycles {
    private let applications: [BlockID: [Lowering.Application]]
    private var states: [BlockID: State] = [:]
    private var path: [Step] = []
    private var cycles: [Node] = []
    private var known: Set<NodeID> = []

    private enum State {
        /// On the path, at this depth.
        case open(Int)
        case done
    }

    /// A block on the path, and its next application.
    private struct Step {
        let block: BlockID
        /// The depth of the last step before this one that takes a reference; -1 if none does.
        let reference: Int
        var next = 0
    }

    init(_ applications: [BlockID: [Lowering.Application]]) {
        self.applications = applications
    }

    /// The references that close a cycle, each once: those that every value leads to, and the others.
    mutating func find(from root: BlockID) -> (inevitable: [Node], others: [Node]) {
        walk(from: root)
        let inevitable = cycles
        for block in applications.keys.sorted() where states[block] == nil {
            walk(from: block)
        }
        return (inevitable, Array(cycles.dropFirst(inevitable.count)))
    }

    private mutating func walk(from start: BlockID) {
        open(start)
        while let step = path.last {
            guard let list = applications[step.block], step.next < list.count else {
                states[step.block] = .done
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let target = list[step.next].target
            switch states[target] {
            case nil: open(target)
            case .open(let depth): noteCycle(from: depth)
            case .done: continue
            }
        }
    }

    private mutating func open(_ block: BlockID) {
        states[block] = .open(path.count)
        path.append(Step(block: block, reference: lastReference))
    }

    /// The depth of the last step that takes a reference; -1 if none does.
    private var lastReference: Int {
        guard let last = path.last else { return -1 }
        return keyword(of: last)?.kind == .string ? path.count - 1 : last.reference
    }

    /// The keyword of the application that a step has taken.
    private func keyword(of step: Step) -> Node? {
        applications[step.block].map { $0[step.next - 1].keyword }
    }

    /// Reports the reference on the cycle: every cycle has one, as schemas nest finitely.
    private mutating func noteCycle(from start: Int) {
        let depth = lastReference
        guard depth >= start, let reference = keyword(of: path[depth]) else { return }
        if known.insert(NodeID(reference)).inserted { cycles.append(reference) }
    }
}
