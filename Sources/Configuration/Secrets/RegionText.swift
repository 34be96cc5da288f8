import Documents
import JSONSchema
import SourceText

/// Says which bytes of a region of text to hide, where only some values in it may be shown.
///
/// Shown are the white space and punctuation between values, the values and keys that are known not to be
/// secret, and nothing else: from the first byte that is anything else (a tag, an anchor, an alias, a
/// comment) to the end of its line, all is hidden.
struct RegionText {
    private let bytes: [UInt8]
    private(set) var hidden: [SourceRange] = []

    /// Nothing in the region is shown but punctuation.
    init(_ source: SourceText, hiding region: Range<Int>) {
        self.init(source, region, shown: [], hidden: [])
    }

    /// - Parameters:
    ///   - value: what is in the region.
    ///   - disclosure: what of it is shown.
    init(_ source: SourceText, _ region: Range<Int>, _ value: Node, _ disclosure: Disclosure) {
        var (shown, hidden): ([SourceRange], [SourceRange]) = ([], [])
        var index = value.index
        while index < Int(value.record.next) {
            let node = Node(document: value.document, index: index)
            let isHidden = disclosure.reason(hiding: node) != nil
            if isHidden || !Self.isUnderstood(node) {
                hidden.append(node.span.range)
            } else if node.count == 0 {
                shown.append(node.span.range)
            }
            index = isHidden ? Int(node.record.next) : index + 1
        }
        self.init(source, region, shown: shown, hidden: hidden)
    }

    /// Whether a key or a null is written as one. What YAML could not resolve, such as `*name`, is a null or,
    /// as a key, its own text.
    private static func isUnderstood(_ node: Node) -> Bool {
        let range = node.span.range
        let text = node.document.source.bytes[range.start..<range.end]
        // A key that is a list or mapping, or an alias.
        if node.record.flags.contains(.key) { return !(text.first.map(odd.contains) ?? false) }
        return node.kind != .null || text.isEmpty || nulls.contains(Array(text))
    }

    private static let nulls = Set(["null", "Null", "NULL", "~"].map { Array($0.utf8) })

    private init(
        _ source: SourceText, _ region: Range<Int>, shown: [SourceRange], hidden: [SourceRange]
    ) {
        bytes = source.bytes
        // Values of anchors may be elsewhere in the document.
        self.hidden = hidden
        let known = HiddenRanges(hidden)
        let inside = (hidden + shown).filter { $0.start < $0.end }.filter {
            region.contains($0.start)
        }
        var position = region.lowerBound
        for span in inside.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) })
        where span.end > position {
            position = max(position, hideGap(position..<max(position, span.start)))
            if span.start < position, span.end > position {
                // What begins on a line that was not understood is not understood either.
                self.hidden.append(SourceRange(start: position, end: span.end))
            } else if known.range(holding: span.start) == nil, !isPlain(span) {
                self.hidden.append(span)
            }
            position = max(position, span.end)
        }
        _ = hideGap(position..<max(position, region.upperBound))
    }

    /// Hides what is not punctuation between two values, and gives the offset where the next may begin.
    private mutating func hideGap(_ gap: Range<Int>) -> Int {
        var position = gap.lowerBound
        while let odd = bytes[position..<gap.upperBound].firstIndex(where: { !Self.isGap($0) }) {
            let end = bytes[odd...].firstIndex(where: ASCII.isLineEnd) ?? bytes.count
            hidden.append(SourceRange(start: odd, end: end))
            guard end < gap.upperBound else { return end }
            position = end
        }
        return gap.upperBound
    }

    /// White space and the punctuation between values.
    private static func isGap(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.space, ASCII.tab, ASCII.carriageReturn, ASCII.lineFeed: true
        case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "?"): true
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"): true
        default: false
        }
    }

    /// Whether a shown value is what it seems: a reference to a secret may have a comment in it.
    private func isPlain(_ span: SourceRange) -> Bool {
        let text = bytes[span.start..<span.end]
        guard text.first == UInt8(ascii: "{") else { return true }
        return !text.dropFirst().contains { ASCII.isLineEnd($0) || Self.odd.contains($0) }
    }

    private static let odd = Set("#&!*{[".utf8)
}
