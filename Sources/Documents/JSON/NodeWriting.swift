public import JSONText

/// Nodes as JSON.
extension JSONWriter {
    /// `node` with all it contains, and nothing else.
    public static func bytes(of node: Node) -> [UInt8] {
        var json = JSONWriter()
        json.node(node)
        return json.bytes
    }

    /// `node` with all it contains; numbers as they are written in its document. An opaque string is
    /// written empty.
    ///
    /// - Complexity: O(*size of the subtree*); nothing recurses.
    public mutating func node(_ node: Node) {
        self.node(node) { _ in nil }
    }

    /// `node` with all it contains, but what `replacement` gives for a value instead of that value.
    ///
    /// - Parameter replacement: is asked for each value that is not within a replaced one.
    /// - Complexity: O(*size of the subtree*); nothing recurses.
    public mutating func node(_ node: Node, replacing replacement: (Node) -> [UInt8]?) {
        let end = Int(node.record.next)
        var open: [Node] = []
        var index = node.index
        while index < end {
            close(&open, before: index)
            let current = Node(document: node.document, index: index)
            let isKey = current.record.flags.contains(.key)
            if !isKey, let text = replacement(current) {
                value(text)
                index = Int(current.record.next)
                continue
            }
            begin(current)
            if isKey && index != node.index { endKey() }
            if current.kind == .array || current.kind == .object { open.append(current) }
            index += 1
        }
        close(&open, before: end)
    }

    /// Closes the containers that end before the node at `index`, innermost first.
    private mutating func close(_ open: inout [Node], before index: Int) {
        while let container = open.last, Int(container.record.next) <= index {
            close(container.kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
            open.removeLast()
        }
    }

    /// Writes a scalar, or opens a container.
    private mutating func begin(_ node: Node) {
        switch node.kind {
        case .null: value("null")
        case .boolean: boolean(node.boolean == true)
        case .number: node.withText { value($0) }
        case .string: node.withText { string($0) }
        case .array: open(UInt8(ascii: "["))
        case .object: open(UInt8(ascii: "{"))
        }
    }
}
