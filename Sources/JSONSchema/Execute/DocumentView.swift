import Documents
import SourceText

/// The arrays of a document at fixed addresses; valid only within `withView`.
struct DocumentView {
    let document: Document
    let records: UnsafeBufferPointer<NodeRecord>
    /// The first of `records`.
    let nodes: UnsafePointer<NodeRecord>
    let source: UnsafeBufferPointer<UInt8>
    let decoded: UnsafeBufferPointer<UInt8>

    static func withView<Result>(
        of document: Document, _ body: (DocumentView) -> Result
    ) -> Result {
        assert(checkInvariants())
        return document.records.withUnsafeBufferPointer { records in
            // A document has a root.
            let nodes = records.baseAddress!
            return document.source.bytes.withUnsafeBufferPointer { source in
                document.decoded.withUnsafeBufferPointer { decoded in
                    body(
                        DocumentView(
                            document: document, records: records, nodes: nodes, source: source,
                            decoded: decoded))
                }
            }
        }
    }

    /// The bytes of a string, or of a number's literal.
    @inline(__always)
    func text(_ record: NodeRecord) -> UnsafeBufferPointer<UInt8> {
        let isInSource = record.flags.rawValue & DocumentView.textInSource != 0
        let base = isInSource ? source : decoded
        let start = Int(record.text)
        return UnsafeBufferPointer(rebasing: base[start..<start + Int(record.length)])
    }

    /// The bytes of a string whose text is looked up in a table of names.
    @inline(__always)
    func sought(_ node: UnsafePointer<NodeRecord>, seed: UInt64) -> SoughtName {
        let isInSource = node.pointee.flags.rawValue & DocumentView.textInSource != 0
        let base = isInSource ? source : decoded
        // Where there is a string, even an empty one in `decoded`, any address serves for no bytes.
        let start = UnsafeRawPointer(base.baseAddress) ?? UnsafeRawPointer(node)
        return SoughtName(
            start + Int(node.pointee.text), Int(node.pointee.length), end: start + base.count,
            seed: seed)
    }

    /// Whether this is a string whose content is not known yet.
    @inline(__always)
    func isOpaque(_ record: NodeRecord) -> Bool {
        record.flags.rawValue & DocumentView.opaque != 0
    }

    // The flags of `NodeRecord`, where asking for them would be a call into another module.
    @inline(__always) private static var textInSource: UInt8 { 1 }
    @inline(__always) private static var opaque: UInt8 { 4 }

    private static func checkInvariants() -> Bool {
        textInSource == NodeRecord.Flags.textInSource.rawValue
            && opaque == NodeRecord.Flags.opaque.rawValue
    }
}
