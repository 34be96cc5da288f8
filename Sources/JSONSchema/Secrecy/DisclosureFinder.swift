import Documents
import SourceText

/// Finds what a schema says of the secrecy of each part of a value, whether or not the value is valid, and
/// in every branch.
struct DisclosureFinder {
    private let code: Code
    private let view: DocumentView
    private let map: SecrecyMap
    private var machine: Machine
    private let root: Int
    /// By the index of the value, counted from the root.
    private var marks: [Marks]
    private var visited: Set<Visit> = []
    private var pending: [Visit] = []
    private var entries: [Disclosure.Entry] = []
    /// Secrets that give nothing away, such as `true`.
    private var secretIndices: Set<Int> = []

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
        /// It is declared, or an element of a list that is.
        static let known = Marks(rawValue: 32)
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
        var finder = DisclosureFinder(code, view, index)
        for root in roots { finder.visit(root, index) }
        while let next = finder.pending.popLast() { finder.look(next) }
        finder.collect(hidesUndeclared)
        return Disclosure(
            view.document, finder.entries.sorted { $0.index < $1.index },
            secretIndices: finder.secretIndices)
    }

    private init(_ code: Code, _ view: DocumentView, _ root: Int) {
        self.code = code
        self.view = view
        self.root = root
        marks = [Marks](repeating: [], count: Int(view.records[root].next) - root)
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
        marks[index - root].insert(mark)
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

    /// Collects what is hidden, from the top down: containers come before what is in them.
    private mutating func collect(_ hidesUndeclared: Bool) {
        let isDeclared = machine.node(root).kind == .object || !hidesUndeclared || isDescribed(root)
        if isDeclared { mark(root, .known) }
        var index = root
        while index < root + marks.count {
            let node = machine.node(index)
            let isKey = node.record.flags.contains(.key)
            if !isKey, index > root { inherit(node) }
            if !isKey, let reason = reason(node, marks[index - root], hidesUndeclared) {
                let end = Int(node.record.next)
                entries.append(.init(index: index, end: end, reason: reason))
                index = end
                continue
            }
            if isKey, hidesUndeclared, !isOpenOrDeclared(index + 1, in: node) { hideKey(node) }
            if !isKey, marks[index - root].contains(.secret) { secretIndices.insert(index) }
            index += 1
        }
    }

    /// Passes on what a container says of the values in it.
    private mutating func inherit(_ node: Node) {
        let container = marks[Int(node.record.parent) - root]
        if container.contains(.open) { mark(node.index, .open) }
        let own = marks[node.index - root]
        let isElement = machine.view.records[Int(node.record.parent)].kind == .array
        // An element is as well known as its list, unless something in there is secret.
        let isKnown =
            isElement
            ? !container.contains(.leadsToSecret) || own.contains(.described)
            : own.contains(.declared)
        if isKnown { mark(node.index, .known) }
    }

    private func isOpenOrDeclared(_ index: Int, in key: Node) -> Bool {
        marks[index - root].contains(.declared)
            || marks[Int(key.record.parent) - root].contains(.open)
    }

    private func isDescribed(_ index: Int) -> Bool {
        marks[index - root].contains(.described)
    }

    /// Hides an undeclared key that does not look like a name: in `{password:hunter2}`, the secret is part of
    /// the key.
    private mutating func hideKey(_ key: Node) {
        let isName = key.withText { text in
            text.count <= Self.longestName && text.allSatisfy(Self.isNamePart)
        }
        if !isName {
            entries.append(.init(index: key.index, end: key.index + 1, reason: .undeclared))
        }
    }

    private static let longestName = 64

    /// Letters, digits, anything beyond ASCII, and what joins words.
    private static func isNamePart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || ASCII.isLetterOrDigit(byte)
            || "-_.$/".utf8.contains(byte)
    }

    private func reason(
        _ node: Node, _ marks: Marks, _ hidesUndeclared: Bool
    ) -> Disclosure.Reason? {
        switch node.kind {
        case .null, .boolean: return nil
        case .string where node.isOpaque: return nil
        case .string, .number, .array, .object: break
        }
        if marks.contains(.secret) { return .secret }
        if marks.contains(.open) || !hidesUndeclared { return nil }
        if !marks.contains(.known) { return .undeclared }
        // A text where an object with secrets is expected may be one of them.
        let isContainer = node.kind == .array || node.kind == .object
        if !isContainer, marks.contains(.leadsToSecret) { return .undeclared }
        return node.withText(Self.mayHoldPassword) ? .secret : nil
    }

    /// Whether the text looks like a URL with a password or token: `scheme://user:password@host`.
    private static func mayHoldPassword(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let at = text.lastIndex(of: UInt8(ascii: "@")),
            let slash = text[..<at].firstIndex(of: UInt8(ascii: "/")),
            text[slash...].starts(with: "//".utf8)
        else { return false }
        // A user name alone may be a token; a slash may be part of a password that was not escaped.
        let user = text[..<at].dropFirst(slash + 2)
        return !user.contains(UInt8(ascii: "/")) || user.contains(UInt8(ascii: ":"))
    }
}
