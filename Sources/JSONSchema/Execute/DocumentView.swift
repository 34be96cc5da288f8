import Documents
import SourceText

/// The arrays of a document at fixed addresses; valid only within `withView`.
struct DocumentView {
    private let owner: Unmanaged<Document>
    let records: UnsafeBufferPointer<NodeRecord>
    /// The first of `records`.
    let nodes: UnsafePointer<NodeRecord>
    private let source: Text
    private let decoded: Text

    /// Bytes that nodes refer to.
    private struct Text {
        let start: UnsafeRawPointer
        let end: UnsafeRawPointer

        /// - Parameter anywhere: an address to use if there are no bytes.
        init(_ bytes: UnsafeBufferPointer<UInt8>, anywhere: UnsafeRawPointer) {
            start = bytes.baseAddress.map { UnsafeRawPointer($0) } ?? anywhere
            end = start + bytes.count
        }
    }

    static func withView<Result>(
        of document: Document, _ body: (DocumentView) -> Result
    ) -> Result {
        assert(flagsAreRight())
        return document.records.withUnsafeBufferPointer { records in
            document.source.bytes.withUnsafeBufferPointer { source in
                document.decoded.withUnsafeBufferPointer { decoded in
                    withExtendedLifetime(document) {
                        body(DocumentView(document, records, source, decoded))
                    }
                }
            }
        }
    }

    private init(
        _ document: Document, _ records: UnsafeBufferPointer<NodeRecord>,
        _ source: UnsafeBufferPointer<UInt8>, _ decoded: UnsafeBufferPointer<UInt8>
    ) {
        owner = .passUnretained(document)
        self.records = records
        nodes = records.baseAddress!  // a document has a root
        self.source = Text(source, anywhere: nodes)
        self.decoded = Text(decoded, anywhere: nodes)
    }

    /// Not counted as a reference: the maker of a view keeps the document alive.
    var document: Document { owner.takeUnretainedValue() }

    /// The bytes of a string, or of a number's literal.
    @inline(__always)
    func text(_ record: NodeRecord) -> UnsafeBufferPointer<UInt8> {
        let isInSource = record.flags.rawValue & DocumentView.textInSource != 0
        let start = (isInSource ? source.start : decoded.start) + Int(record.text)
        return UnsafeBufferPointer(
            start: start.assumingMemoryBound(to: UInt8.self), count: Int(record.length))
    }

    /// The text of a string of up to 16 bytes.
    @inline(__always)
    func words(_ node: UnsafePointer<NodeRecord>) -> NameWords {
        let isInSource = node.pointee.flags.rawValue & DocumentView.textInSource != 0
        let text = isInSource ? source : decoded
        return NameWords(
            text.start + Int(node.pointee.text), Int(node.pointee.length), end: text.end)
    }

    /// Whether this is a string whose content is not known yet.
    @inline(__always)
    func isOpaque(_ record: NodeRecord) -> Bool {
        record.flags.rawValue & DocumentView.opaque != 0
    }

    // The flags of `NodeRecord`, where asking for them would be a call into another module.
    @inline(__always) private static var textInSource: UInt8 { 1 }
    @inline(__always) private static var opaque: UInt8 { 4 }

    private static func flagsAreRight() -> Bool {
        textInSource == NodeRecord.Flags.textInSource.rawValue
            && opaque == NodeRecord.Flags.opaque.rawValue
    }
}
