package import Documents

/// A node of a document, by identity.
package struct NodeID: Hashable, Sendable {
    let document: ObjectIdentifier
    let index: Int

    package init(_ node: Node) {
        document = ObjectIdentifier(node.document)
        index = node.index
    }
}
