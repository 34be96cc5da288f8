import SourceText

/// The limits that are checked before libyaml looks at a text.
enum YAMLLimits {
    static func finding(
        in bytes: UnsafeBufferPointer<UInt8>, of source: SourceText, _ limits: DocumentLimits
    ) -> Diagnostic? {
        guard bytes.count <= limits.yamlBytes else {
            return Diagnostic(
                .yamlSizeLimit,
                "the file has \(bytes.count) bytes; the limit is \(limits.yamlBytes) bytes",
                at: source.span(SourceRange(at: 0)))
        }
        var count = 0
        for offset in bytes.indices where beginsTagDirective(bytes, offset) {
            count += 1
            if count > limits.yamlTagDirectives {
                return Diagnostic(
                    .yamlDirectiveLimit,
                    "more than \(limits.yamlTagDirectives) lines begin with %TAG, which is the "
                        + "limit",
                    at: source.span(SourceRange(start: offset, end: offset + 4)),
                    hint: "remove the directives")
            }
        }
        return nil
    }

    private static func beginsTagDirective(
        _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int
    ) -> Bool {
        bytes[offset] == UInt8(ascii: "%")
            && (offset == 0 || ASCII.isLineEnd(bytes[offset - 1]))
            && bytes[offset...].starts(with: "%TAG".utf8)
    }
}
