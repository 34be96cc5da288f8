public import SourceText

/// Reads JSON strictly as RFC 8259 defines it.
public enum JSONReader {
    /// The document in `source`, and all that is wrong with it.
    ///
    /// The document is nil if the text has no certain meaning; keys that stand twice are errors,
    /// but leave a document in which both members stand.
    ///
    /// - Parameters:
    ///   - range: the bytes that hold the text, where it is only a piece (a line) of its source.
    ///   - limits: how much may be read.
    /// - Complexity: O(*n*); nothing recurses.
    public static func read(
        _ source: SourceText, in range: Range<Int>? = nil, limits: DocumentLimits = .standard
    ) -> (document: Document?, diagnostics: [Diagnostic]) {
        let range = (range ?? 0..<source.bytes.count).clamped(to: 0..<source.bytes.count)
        guard range.upperBound <= limits.jsonBytes else {
            return (nil, [sizeLimit(source, range, limits)])
        }
        return source.bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[range])
            if let finding = JSONEncoding.finding(in: text, of: source, at: range.lowerBound) {
                return (nil, [finding])
            }
            var scanner = JSONScanner(bytes, range, source: source, limits: limits)
            scanner.scan()
            return scanner.result()
        }
    }

    private static func sizeLimit(
        _ source: SourceText, _ range: Range<Int>, _ limits: DocumentLimits
    ) -> Diagnostic {
        Diagnostic(
            .jsonSizeLimit,
            "the JSON text ends at byte \(range.upperBound); the limit is \(limits.jsonBytes) "
                + "bytes",
            at: source.span(SourceRange(at: range.lowerBound)))
    }
}
