extension Node {
    /// The number of elements or members; 0 if this is not a container.
    public var count: Int {
        kind == .array || kind == .object ? Int(record.length) : 0
    }

    /// The elements of an array in order; empty for anything else.
    public var elements: some Sequence<Node> {
        Children(document: document, index: index + 1, remaining: kind == .array ? count : 0)
    }

    /// The members of an object in document order; empty for anything else.
    public var members: some Sequence<Member> {
        Members(document: document, index: index + 1, remaining: kind == .object ? count : 0)
    }

    /// The value of the member whose key has exactly the bytes of `name`.
    ///
    /// - Complexity: O(*members*).
    public subscript(name: String) -> Node? {
        member(name)?.value
    }

    /// The member whose key has exactly the bytes of `name`.
    ///
    /// - Complexity: O(*members*).
    public func member(_ name: String) -> Member? {
        for member in members where member.key.hasText(name) { return member }
        return nil
    }

    /// The container of this value or key, nil for the root.
    public var parent: Node? {
        record.parent == NodeRecord.noParent
            ? nil : Node(document: document, index: Int(record.parent))
    }

    /// The key of this value in its object, if it is in one.
    public var key: Node? {
        guard let parent, parent.kind == .object, !record.flags.contains(.key) else { return nil }
        return Node(document: document, index: index - 1)
    }
}

private struct Children: Sequence, IteratorProtocol {
    let document: Document
    var index: Int
    var remaining: Int

    mutating func next() -> Node? {
        guard remaining > 0 else { return nil }
        remaining -= 1
        let node = Node(document: document, index: index)
        index = Int(node.record.next)
        return node
    }
}

private struct Members: Sequence, IteratorProtocol {
    let document: Document
    var index: Int
    var remaining: Int

    mutating func next() -> Member? {
        guard remaining > 0 else { return nil }
        remaining -= 1
        let key = Node(document: document, index: index)
        let value = Node(document: document, index: index + 1)
        index = Int(value.record.next)
        return Member(key: key, value: value)
    }
}
