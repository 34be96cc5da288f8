internal import JSONText
public import SourceText

/// Reads JSON strictly as RFC 8259 defines it.
public enum JSONReader {
    /// The document in `source`, and all that is wrong with it.
    ///
    /// The document is nil if the text has no certain meaning. Repeated keys are errors, but leave a
    /// document that has all of the members.
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
            return withPadding(bytes, range) { start in
                read(source, range, at: start, limits)
            }
        }
    }

    private static func read(
        _ source: SourceText, _ range: Range<Int>, at start: UnsafePointer<UInt8>,
        _ limits: DocumentLimits
    ) -> (document: Document?, diagnostics: [Diagnostic]) {
        var scanner = JSONScanner(
            start, to: start + range.count, allowsLineFeed: true, mostDepth: limits.jsonDepth)
        var visitor = DocumentVisitor(
            source, from: range.lowerBound, at: start, count: range.count,
            mostRepeatedKeys: limits.repeatedKeys)
        scanner.skipWhiteSpace()
        if scanner.position == scanner.end { return (nil, [empty(source, range)]) }
        if scanner.walk(&visitor, expecting: .wantsText) {
            scanner.skipWhiteSpace()
            if scanner.position < scanner.end { _ = scanner.fail(.trailingContent) }
        }
        if let fault = scanner.fault { visitor.report(fault, of: scanner) }
        let isRead = scanner.fault == nil && !visitor.isAmbiguous
        return (
            isRead ? visitor.builder.finish() : nil, visitor.diagnostics.inSourceOrder(\.span)
        )
    }

    /// Calls `body` with the address of the text in `range`, behind which the scanner may read: where
    /// it is followed by the end of a line and more text, in place; else a copy.
    private static func withPadding<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
        _ body: (UnsafePointer<UInt8>) -> Result
    ) -> Result {
        let end = range.upperBound
        if let base = bytes.baseAddress, bytes.count - end >= JSONScanner.padding,
            ASCII.isLineEnd(bytes[end])
        {
            return body(base + range.lowerBound)
        }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(
            capacity: range.count + JSONScanner.padding)
        defer { copy.deallocate() }
        let rest = copy.update(fromContentsOf: bytes[range])
        copy[rest...].initialize(repeating: 0)
        guard let start = UnsafePointer(copy.baseAddress) else {
            preconditionFailure("there is padding at least")
        }
        return body(start)
    }

    private static func empty(_ source: SourceText, _ range: Range<Int>) -> Diagnostic {
        Diagnostic(
            .jsonEmpty, "the text is empty; it must hold one JSON value",
            at: source.span(SourceRange(at: range.upperBound)))
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
