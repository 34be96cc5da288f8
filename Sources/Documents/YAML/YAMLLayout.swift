import SourceText

/// Checks the rules of YAML about indentation, comments and signs that libyaml lets pass.
///
/// The events say where the tokens are; what lies between two tokens is white space, comments and
/// signs, so that it can be looked at byte by byte. Each byte is looked at once.
struct YAMLLayout {
    let source: SourceText
    let bytes: UnsafeBufferPointer<UInt8>
    var findings: [Diagnostic] = []
    /// The first byte that was not looked at.
    var position = 0
    /// Where the line of `position` begins.
    var lineStart = 0
    /// Whether nothing but spaces was seen in this line.
    var isAtLineStart = true
    /// The collections that are open, outermost first.
    private var open: [Collection] = []
    var isBetweenDocuments = true
    /// Whether a document has ended without `...`.
    private var needsDocumentEnd = false

    private struct Collection {
        /// Whether it is in brackets, or a pair within brackets.
        let isFlow: Bool
        let hasBrackets: Bool
        /// The column of the innermost block collection so far; -1 outside any.
        let indent: Int
    }

    init(_ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>) {
        self.source = source
        self.bytes = bytes
        if bytes.starts(with: ForeignEncoding.utf8Mark) {
            position = 3
            lineStart = 3
        }
    }

    /// The column of the innermost block collection; -1 outside any.
    var indent: Int { open.last?.indent ?? -1 }

    var isInFlow: Bool { open.last?.isFlow ?? false }

    /// Takes the events in their order.
    mutating func take(_ event: YAMLEvent) {
        switch event.kind {
        case .streamStart: break
        case .streamEnd: passGap(to: bytes.count)
        case .documentStart(let isExplicit): beginDocument(event.range, isExplicit)
        case .documentEnd(let isExplicit):
            if isExplicit { passToken(event.range) }
            needsDocumentEnd = !isExplicit
            isBetweenDocuments = true
        case .alias:
            passToken(event.range)
            checkEndOfName()
        case .scalar(let scalar):
            passProperties(scalar.properties, event.range)
            passScalar(scalar, ScalarContent(scalar, event.range, in: bytes).range)
        case .sequenceStart(let properties, let isFlow),
            .mappingStart(let properties, let isFlow):
            passProperties(properties, event.range)
            begin(isFlow, NodeProperties(properties, in: bytes, event.range), event.range)
        case .sequenceEnd, .mappingEnd: end(event.range)
        }
    }

    private mutating func beginDocument(_ range: SourceRange, _ isExplicit: Bool) {
        if isExplicit {
            passGap(to: range.start)
            if needsDocumentEnd, range.start < bytes.count, bytes[range.start] == UInt8(ascii: "%")
            {
                report(.directiveInDocument, SourceRange(start: range.start, end: range.start + 1))
            }
            passToken(SourceRange(start: max(range.end - 3, range.start), end: range.end))
        }
        isBetweenDocuments = false
    }

    private mutating func begin(
        _ isFlow: Bool, _ properties: NodeProperties, _ range: SourceRange
    ) {
        let start = properties.contentStart
        guard isFlow else {
            passGap(to: start)
            open.append(
                Collection(isFlow: false, hasBrackets: false, indent: start - lineStart))
            return
        }
        let hasBrackets = range.end > start && bytes[start] != UInt8(ascii: "?")
        if hasBrackets { passToken(SourceRange(start: start, end: start + 1)) }
        open.append(Collection(isFlow: true, hasBrackets: hasBrackets, indent: indent))
    }

    private mutating func end(_ range: SourceRange) {
        if open.last?.hasBrackets == true { passToken(range) }
        open.removeLast()
    }

    private mutating func passProperties(
        _ properties: YAMLEvent.Properties, _ range: SourceRange
    ) {
        guard !properties.isEmpty else { return }
        let found = NodeProperties(properties, in: bytes, range)
        let ranges = [found.anchor, found.tag].compactMap { $0 }
        for token in ranges.sorted(by: { $0.start < $1.start }) {
            passToken(token)
            if token == found.anchor { checkEndOfName() }
        }
    }
}
