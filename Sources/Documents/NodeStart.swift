package import SourceText

extension Node {
    /// What to point at when something is missing from this object: its opening brace, or the
    /// first key where it has none.
    package var start: SourceSpan {
        let (source, start) = (document.source, span.range.start)
        let hasBrace = start < source.bytes.count && source.bytes[start] == UInt8(ascii: "{")
        if hasBrace { return source.span(SourceRange(start: start, end: start + 1)) }
        for member in members { return member.key.span }
        return span
    }
}
