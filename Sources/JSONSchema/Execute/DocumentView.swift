import Documents
import SourceText

/// The arrays of a document at fixed addresses; valid only within `withView`.
struct DocumentView {
    let document: Document
    let records: UnsafeBufferPointer<NodeRecord>
    let source: UnsafeBufferPointer<UInt8>
    let decoded: UnsafeBufferPointer<UInt8>

    static func withView<Result>(
        of document: Document, _ body: (DocumentView) -> Result
    ) -> Result {
        document.records.withUnsafeBufferPointer { records in
            document.source.bytes.withUnsafeBufferPointer { source in
                document.decoded.withUnsafeBufferPointer { decoded in
                    body(
                        DocumentView(
                            document: document, records: records, source: source,
                            decoded: decoded))
                }
            }
        }
    }

    /// The bytes of a string, or of a number's literal.
    @inline(__always)
    func text(_ record: NodeRecord) -> UnsafeBufferPointer<UInt8> {
        // `contains` would be a call into another module.
        let isInSource = record.flags.rawValue & NodeRecord.Flags.textInSource.rawValue != 0
        let base = isInSource ? source : decoded
        let start = Int(record.text)
        return UnsafeBufferPointer(rebasing: base[start..<start + Int(record.length)])
    }

    /// Whether this is a string whose content is not known yet.
    @inline(__always)
    func isOpaque(_ record: NodeRecord) -> Bool {
        record.flags.rawValue & NodeRecord.Flags.opaque.rawValue != 0
    }
}
