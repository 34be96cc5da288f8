package import SourceText

/// Builds a document node by node, in document order. Sources must be smaller than 4 GiB.
package struct DocumentBuilder {
    private let source: SourceText
    private var records: [NodeRecord] = []
    private var decoded: [UInt8] = []
    /// The indices of the containers that are still open, outermost first.
    private var open: [Int] = []
    /// Whether the next string is a key.
    private var keyIsNext = false

    package init(source: SourceText) {
        self.source = source
    }

    /// The number of containers that are open.
    package var depth: Int { open.count }

    /// The number of nodes so far, keys included.
    package var nodeCount: Int { records.count }

    package mutating func appendNull(_ range: SourceRange) {
        append(.null, range)
    }

    package mutating func append(_ boolean: Bool, _ range: SourceRange) {
        append(.boolean, range, length: boolean ? 1 : 0)
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

    /// Appends a string or number whose text stands in the source as it is.
    package mutating func append(
        _ kind: Node.Kind, sourceText: SourceRange, _ range: SourceRange,
        flags: NodeRecord.Flags = []
    ) {
        append(
            kind, range, flags: flags.union(.textInSource), text: sourceText.start,
            length: sourceText.end - sourceText.start)
    }

    package mutating func begin(_ container: Node.Kind, at start: Int) {
        append(container, SourceRange(at: start))
        open.append(records.count - 1)
        keyIsNext = container == .object
    }

    /// Closes the innermost container, which ends before the byte at `end`.
    package mutating func endContainer(at end: Int) {
        let index = open.removeLast()
        records[index].end = UInt32(end)
        records[index].next = UInt32(records.count)
        valueIsComplete()
    }

    /// Appends a copy of a complete subtree of this document; what it contains keeps its place in
    /// the source, so that a finding in an aliased value points at the value itself.
    package mutating func appendCopy(ofNodeAt index: Int) {
        let subtree = records[index..<Int(records[index].next)]
        let shift = UInt32(records.count - index)
        let parent = open.last.map { UInt32($0) } ?? NodeRecord.noParent
        for var record in subtree {
            record.next += shift
            record.parent = record.parent == subtree[index].parent ? parent : record.parent + shift
            records.append(record)
        }
        let isKey = keyIsNext
        records[index + Int(shift)].flags.remove(.key)
        if isKey {
            records[index + Int(shift)].flags.insert(.key)
            keyIsNext = false
        } else if let container = open.last {
            records[container].length += 1
            valueIsComplete()
        }
    }

    /// The document, once its only top-level value is complete.
    package consuming func finish() -> Document {
        precondition(open.isEmpty, "every container is closed")
        return Document(source: source, records: records, decoded: decoded)
    }

    private mutating func append(
        _ kind: Node.Kind, _ range: SourceRange, flags: NodeRecord.Flags = [], text: Int = 0,
        length: Int = 0
    ) {
        let isKey = keyIsNext
        records.append(
            NodeRecord(
                kind: kind, flags: isKey ? flags.union(.key) : flags,
                start: UInt32(range.start), end: UInt32(range.end),
                parent: open.last.map { UInt32($0) } ?? NodeRecord.noParent,
                next: UInt32(records.count + 1), text: UInt32(text), length: UInt32(length)))
        if isKey {
            keyIsNext = false
        } else if let container = open.last {
            records[container].length += 1
            if kind != .array && kind != .object { valueIsComplete() }
        }
    }

    private mutating func valueIsComplete() {
        keyIsNext = open.last.map { records[$0].kind == .object } ?? false
    }
}
