import SourceText

/// A scalar as it is composed: its text and what decides its type.
struct ScalarContent {
    let text: [UInt8]
    let style: YAMLEvent.Style
    let tag: [UInt8]?
    /// The scalar without its properties.
    let range: SourceRange
    /// Where its tag and its anchor are.
    let tagRange: SourceRange?
    let anchorRange: SourceRange?
    /// Where the text is in the source as it is, if it is.
    let textInSource: SourceRange?

    init(
        _ scalar: YAMLEvent.Scalar, range: SourceRange, tag tagRange: SourceRange?,
        anchor anchorRange: SourceRange? = nil, textInSource: SourceRange?
    ) {
        text = scalar.text
        style = scalar.style
        tag = scalar.properties.tag
        self.range = range
        self.tagRange = tagRange
        self.anchorRange = anchorRange
        self.textInSource = textInSource
    }
}

extension ScalarContent {
    /// The content of the scalar event at `range`.
    init(_ scalar: YAMLEvent.Scalar, _ range: SourceRange, in bytes: UnsafeBufferPointer<UInt8>) {
        let properties = NodeProperties(scalar.properties, in: bytes, range)
        let content = Self.contentRange(scalar.style, properties, range, bytes)
        let inset = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 1 : 0
        let inner = SourceRange(start: content.start + inset, end: content.end - inset)
        let isInSource =
            inner.end - inner.start == scalar.text.count
            && bytes[inner.start..<inner.end].elementsEqual(scalar.text)
        self.init(
            scalar, range: content, tag: properties.tag, anchor: properties.anchor,
            textInSource: isInSource ? inner : nil)
    }

    private static func contentRange(
        _ style: YAMLEvent.Style, _ properties: NodeProperties, _ range: SourceRange,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> SourceRange {
        var start = min(properties.contentStart, range.end)
        var end = range.end
        if range.start == range.end {  // an empty scalar is where its sign ends
            while start > 0, bytes[start - 1] == ASCII.space { start -= 1 }
            end = start
        }
        if style == .literal || style == .folded {
            while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        }
        return SourceRange(start: start, end: end)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == ASCII.space || byte == ASCII.tab || ASCII.isLineEnd(byte)
    }
}
