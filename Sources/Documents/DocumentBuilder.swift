package import SourceText

/// Builds a document node by node, in document order. Sources must be smaller than 4 GiB.
package struct DocumentBuilder {
    package let source: SourceText
    package private(set) var records: [NodeRecord] = []
    package private(set) var decoded: [UInt8] = []
    private var aliases: [AliasRange] = []
    /// The index of the innermost open container.
    private var innermost = NodeRecord.noParent
    /// The number of containers that are open.
    package private(set) var depth = 0
    /// Whether the next node is a key, which must be a string.
    package private(set) var expectsKey = false

    /// - Parameter expectedNodes: room to make at the start; more is made when needed.
    package init(source: SourceText, expectedNodes: Int = 0) {
        self.source = source
        records.reserveCapacity(expectedNodes)
    }

    /// The number of nodes so far, keys included.
    package var nodeCount: Int { records.count }

    /// The index of the innermost open container, if one is open.
    package var openContainer: Int? {
        innermost == NodeRecord.noParent ? nil : Int(innermost)
    }

    package mutating func appendNull(_ range: SourceRange, flags: NodeRecord.Flags = []) {
        append(.null, range, flags: flags)
    }

    package mutating func append(
        _ boolean: Bool, _ range: SourceRange, flags: NodeRecord.Flags = []
    ) {
        append(.boolean, range, flags: flags, length: boolean ? 1 : 0)
    }

    /// Appends a string or number whose text is `text`, which is copied.
    package mutating func append(
        _ kind: Node.Kind, text: some Collection<UInt8>, _ range: SourceRange,
        flags: NodeRecord.Flags = []
    ) {
        let offset = decoded.count
        decoded.append(contentsOf: text)
        append(kind, range, flags: flags, text: offset, length: decoded.count - offset)
    }

    /// Appends a string or number whose text is in the source as it is.
    package mutating func append(
        _ kind: Node.Kind, sourceText: SourceRange, _ range: SourceRange,
        flags: NodeRecord.Flags = []
    ) {
        append(
            kind, range, flags: flags.union(.textInSource), text: sourceText.start,
            length: sourceText.end - sourceText.start)
    }

    package mutating func begin(_ container: Node.Kind, at start: Int) {
        precondition(container == .array || container == .object, "only containers begin")
        append(container, SourceRange(at: start))
        innermost = UInt32(records.count - 1)
        depth += 1
        expectsKey = container == .object
    }

    /// Closes the innermost container, which ends before the byte at `end`.
    package mutating func endContainer(at end: Int) {
        precondition(depth > 0, "a container is open")
        let index = Int(innermost)
        records[index].end = UInt32(end)
        records[index].next = UInt32(records.count)
        innermost = records[index].parent
        depth -= 1
        valueIsComplete()
    }

    /// Notes that the nodes from `first` on are those of an alias.
    package mutating func markAlias(from first: Int, _ range: SourceRange) {
        aliases.append(
            AliasRange(
                first: UInt32(first), next: UInt32(records.count), start: UInt32(range.start),
                end: UInt32(range.end)))
    }

    /// Appends a copy of a complete subtree of this document; what it contains keeps its span in
    /// the source, which says what of it may be shown.
    package mutating func appendCopy(ofNodeAt index: Int) {
        precondition(!expectsKey, "a key is appended by its text")
        let shift = UInt32(records.count - index)
        for original in index..<Int(records[index].next) {
            var record = records[original]
            record.next += shift
            record.parent &+= shift  // the copied root's, which is not a parent yet, is set below
            records.append(record)
        }
        let copy = index + Int(shift)
        records[copy].parent = innermost
        records[copy].flags.remove(.key)
        records[copy].position = 0
        guard let container = openContainer else { return }
        records[copy].position = records[container].length
        records[container].length += 1
        valueIsComplete()
    }

    /// The document, once its only top-level value is complete.
    package consuming func finish() -> Document {
        precondition(depth == 0, "every container is closed")
        return Document(
            source: source, records: records, decoded: decoded, aliases: aliases)
    }

    private mutating func append(
        _ kind: Node.Kind, _ range: SourceRange, flags: NodeRecord.Flags = [], text: Int = 0,
        length: Int = 0
    ) {
        let isKey = expectsKey
        var position: UInt32 = 0
        if let container = openContainer {
            position = records[container].length
            if !isKey { records[container].length += 1 }
        }
        records.append(
            NodeRecord(
                kind: kind, flags: isKey ? flags.union(.key) : flags,
                start: UInt32(range.start), end: UInt32(range.end), parent: innermost,
                position: position, next: UInt32(records.count + 1), text: UInt32(text),
                length: UInt32(length)))
        if isKey {
            expectsKey = false
        } else if kind != .array && kind != .object {
            valueIsComplete()
        }
    }

    private mutating func valueIsComplete() {
        expectsKey = openContainer.map { records[$0].kind == .object } ?? false
    }
}
