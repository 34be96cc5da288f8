import JSONText
import SourceText

/// Finds what is not UTF-8 before a scanner looks at a text.
enum JSONEncoding {
    /// What is wrong with the encoding of `text`, which begins at `offset` of `source`.
    static func finding(
        in text: UnsafeBufferPointer<UInt8>, of source: SourceText, at offset: Int
    ) -> Diagnostic? {
        if let name = ForeignEncoding.name(text) {
            return Diagnostic(
                .jsonEncoding, "the text is encoded as \(name); JSON must be UTF-8",
                at: source.span(SourceRange(at: offset)), hint: "convert the file to UTF-8")
        }
        if text.starts(with: ForeignEncoding.utf8Mark) {
            return Diagnostic(
                .jsonByteOrderMark, JSONFaultText.byteOrderMark.message,
                at: source.span(SourceRange(start: offset, end: offset + 3)),
                hint: JSONFaultText.byteOrderMark.hint)
        }
        guard let invalid = UTF8Bytes.firstInvalidOffset(in: text) else { return nil }
        return Diagnostic(
            .jsonEncoding, ForeignEncoding.invalidByte(text[invalid]),
            at: source.span(SourceRange(start: offset + invalid, end: offset + invalid + 1)),
            hint: "convert the file to UTF-8")
    }
}
