public import SourceText

/// One YAML or JSON document: an immutable tree in which every key and value knows its position.
///
/// The tree is a flat array of records in document order, so that releasing it never recurses,
/// walking it touches memory in order, and a `Node` is two words.
public final class Document: Sendable {
    /// The text that the document was read from.
    public let source: SourceText
    package let records: [NodeRecord]
    /// Decoded text that is not in the source as it is (escapes, folded lines, …).
    package let decoded: [UInt8]
    /// In the order of the records that they add; none within another.
    package let aliases: [AliasRange]

    package init(
        source: SourceText, records: [NodeRecord], decoded: [UInt8], aliases: [AliasRange] = []
    ) {
        precondition(!records.isEmpty, "a document has a root")
        self.source = source
        self.records = records
        self.decoded = decoded
        self.aliases = aliases
    }

    /// The top-level value.
    public var root: Node { Node(document: self, index: 0) }
}
