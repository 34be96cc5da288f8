import Documents

/// Which node of which document.
struct NodeID: Hashable, Sendable {
    let document: ObjectIdentifier
    let index: Int

    init(_ node: Node) {
        document = ObjectIdentifier(node.document)
        index = node.index
    }
}
