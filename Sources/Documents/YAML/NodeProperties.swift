import SourceText

/// Where the anchor, the tag and the content of a node are, which libyaml does not say.
struct NodeProperties {
    var anchor: SourceRange?
    var tag: SourceRange?
    /// The first byte after the properties and the white space and comments that follow them.
    var contentStart: Int

    /// - Parameters:
    ///   - range: that of the node's first event, which begins with its first property.
    init(
        _ properties: YAMLEvent.Properties, in bytes: UnsafeBufferPointer<UInt8>,
        _ range: SourceRange
    ) {
        contentStart = range.start
        let count = (properties.anchor == nil ? 0 : 1) + (properties.tag == nil ? 0 : 1)
        for _ in 0..<count {
            let start = contentStart
            guard start < bytes.count else { return }
            if bytes[start] == UInt8(ascii: "&") {
                contentStart += 1 + (properties.anchor?.count ?? 0)
                anchor = SourceRange(start: start, end: contentStart)
            } else {
                contentStart = Self.endOfTag(bytes, start)
                tag = SourceRange(start: start, end: contentStart)
            }
            Self.skipSeparation(bytes, &contentStart)
        }
        if range.end > range.start { contentStart = min(contentStart, range.end) }
    }

    private static func endOfTag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        let isVerbatim = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "<")
        var end = start + 1
        while end < bytes.count {
            switch bytes[end] {
            case ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn: return end
            case UInt8(ascii: ">") where isVerbatim: return end + 1
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
                UInt8(ascii: "}"):
                if !isVerbatim { return end }
                end += 1
            default: end += 1
            }
        }
        return end
    }

    /// Moves `offset` over white space, line ends and comments.
    static func skipSeparation(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) {
        while offset < bytes.count {
            switch bytes[offset] {
            case ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn: offset += 1
            case UInt8(ascii: "#"):
                while offset < bytes.count, !ASCII.isLineEnd(bytes[offset]) { offset += 1 }
            default: return
            }
        }
    }
}
