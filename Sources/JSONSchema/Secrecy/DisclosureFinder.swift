import Documents

/// Finds what a schema says of the secrecy of each part of a value, whether or not the value is valid, and
/// in every branch.
struct DisclosureFinder {
    private let code: Code
    private let view: DocumentView
    private let map: SecrecyMap
    private var machine: Machine
    private var marks: [Int: Marks] = [:]
    private var visited: Set<Visit> = []
    private var pending: [Visit] = []

    /// What the schemas of one value say of it.
    private struct Marks: OptionSet {
        let rawValue: UInt8

        /// `writeOnly: true`, `format: password`, or a form's password.
        static let secret = Marks(rawValue: 1)
        /// `writeOnly: false`.
        static let open = Marks(rawValue: 2)
        /// A schema names it.
        static let declared = Marks(rawValue: 4)
        /// Some schema describes it, named or not.
        static let described = Marks(rawValue: 8)
        /// A schema that describes it has a secret at it or below it.
        static let leadsToSecret = Marks(rawValue: 16)
    }

    private struct Visit: Hashable {
        let block: BlockID
        let index: Int
    }

    /// - Parameters:
    ///   - roots: the schemas that describe the value at `index`.
    ///   - hidesUndeclared: whether what no schema declares is hidden.
    static func disclosure(
        of index: Int, _ code: Code, _ view: DocumentView, _ roots: [BlockID], hidesUndeclared: Bool
    ) -> Disclosure {
        guard hidesUndeclared || code.program.hasSecrets else { return .all }
        var finder = DisclosureFinder(code, view)
        for root in roots { finder.visit(root, index) }
        while let next = finder.pending.popLast() { finder.look(next) }
        var entries: [Disclosure.Entry] = []
        finder.collect(index, hidesUndeclared, &entries)
        return Disclosure(view.document, entries)
    }

    private init(_ code: Code, _ view: DocumentView) {
        self.code = code
        self.view = view
        map = code.secrecy
        machine = Machine(code, view)
    }

    // MARK: What the schemas say

    private mutating func visit(_ block: BlockID, _ index: Int) {
        guard block >= 0 else { return }
        let visit = Visit(block: block, index: index)
        if visited.insert(visit).inserted { pending.append(visit) }
    }

    private mutating func mark(_ index: Int, _ mark: Marks) {
        marks[index, default: []].insert(mark)
    }

    private mutating func look(_ next: Visit) {
        let (block, index) = (Int(next.block), next.index)
        mark(index, .described)
        let flags = code.program.blocks[block].flags
        if flags.contains(.isSecret) { mark(index, .secret) }
        if flags.contains(.isOpen) { mark(index, .open) }
        if map.leadsToSecret[block] { mark(index, .leadsToSecret) }
        let edges = map.edges[block]
        for target in edges.same { visit(target, index) }
        let node = machine.node(index)
        for plan in edges.objects { follow(code.program.objects[plan], node) }
        for plan in edges.items { follow(code.program.items[plan], node) }
        for child in edges.children { visitChildren(child, node) }
    }

    private mutating func visitChildren(_ block: BlockID, _ node: Node) {
        for element in node.elements { visit(block, element.index) }
        for member in node.members { visit(block, member.value.index) }
    }

    private mutating func follow(_ plan: ObjectPlan, _ node: Node) {
        for member in node.members {
            let index = member.value.index
            let found = member.key.withText { machine.find($0, in: plan.names) }
            let property = found >= 0 ? code.program.properties[found] : nil
            let patterns = machine.patterns(of: plan, matching: member.key)
            let isDeclared = property?.isDeclared == true || !patterns.isEmpty
            if isDeclared { mark(index, .declared) }
            visit(property?.block ?? .none, index)
            for entry in patterns { visit(entry.block, index) }
            if !isDeclared { visit(plan.additional, index) }
        }
    }

    private mutating func follow(_ plan: ItemsPlan, _ node: Node) {
        for (position, element) in node.elements.enumerated() {
            let isPrefix = position < Int(plan.prefix.count)
            let block =
                isPrefix
                ? code.program.blockLists[Int(plan.prefix.start) + position] : plan.rest
            visit(block, element.index)
        }
    }

    // MARK: What follows for each value

    /// Collects what is hidden at `root` and below it, from the top down.
    private func collect(
        _ root: Int, _ hidesUndeclared: Bool, _ entries: inout [Disclosure.Entry]
    ) {
        var pending = [Known(index: root, isDeclared: true, isOpen: false)]
        while let known = pending.popLast() {
            let node = machine.node(known.index)
            let marks = marks[known.index] ?? []
            if let reason = reason(node, marks, known, hidesUndeclared) {
                let end = Int(view.records[known.index].next)
                entries.append(.init(index: known.index, end: end, reason: reason))
                continue
            }
            let isOpen = known.isOpen || marks.contains(.open)
            // An element is as well known as its list, unless something in there is secret.
            let areKnown = !marks.contains(.leadsToSecret)
            var children: [Known] = []
            for element in node.elements {
                let isDescribed = self.marks[element.index]?.contains(.described) ?? false
                children.append(
                    Known(
                        index: element.index, isDeclared: areKnown || isDescribed, isOpen: isOpen))
            }
            for member in node.members {
                let index = member.value.index
                let isDeclared = self.marks[index]?.contains(.declared) ?? false
                children.append(Known(index: index, isDeclared: isDeclared, isOpen: isOpen))
            }
            pending += children.reversed()
        }
    }

    /// What is known of a value from above.
    private struct Known {
        let index: Int
        let isDeclared: Bool
        /// Whether something that holds it is said not to be secret.
        let isOpen: Bool
    }

    private func reason(
        _ node: Node, _ marks: Marks, _ known: Known, _ hidesUndeclared: Bool
    ) -> Disclosure.Reason? {
        switch node.kind {
        case .null, .boolean: return nil
        case .string where node.isOpaque: return nil
        case .string, .number, .array, .object: break
        }
        if marks.contains(.secret) { return .secret }
        if known.isOpen || marks.contains(.open) || !hidesUndeclared { return nil }
        if !known.isDeclared { return .undeclared }
        // A text where an object with secrets is expected may be one of them.
        let isContainer = node.kind == .array || node.kind == .object
        if !isContainer, marks.contains(.leadsToSecret) { return .undeclared }
        return node.withText(Self.mayHoldPassword) ? .secret : nil
    }

    /// Whether the text looks like a URL with a password: `scheme://user:password@host`.
    private static func mayHoldPassword(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let at = text.lastIndex(of: UInt8(ascii: "@")) else { return false }
        let before = text[..<at]
        guard let colon = before.lastIndex(of: UInt8(ascii: ":")),
            let slash = before.firstIndex(of: UInt8(ascii: "/"))
        else { return false }
        return slash < colon && before[slash...].starts(with: "//".utf8)
    }
}
