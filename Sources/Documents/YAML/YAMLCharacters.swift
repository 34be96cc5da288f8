import SourceText

/// Finds, before libyaml looks at a text, the bytes that no YAML text may hold.
enum YAMLCharacters {
    /// The first thing that is wrong with the encoding or the characters of `bytes`.
    static func finding(
        in bytes: UnsafeBufferPointer<UInt8>, of source: SourceText
    ) -> Diagnostic? {
        if let name = ForeignEncoding.name(bytes) {
            return Diagnostic(
                .yamlEncoding, "the file is encoded as \(name); it must be UTF-8",
                at: source.span(SourceRange(at: 0)), hint: "convert the file to UTF-8")
        }
        if let invalid = UTF8Bytes.firstInvalidOffset(in: bytes) {
            return Diagnostic(
                .yamlEncoding, ForeignEncoding.invalidByte(bytes[invalid]),
                at: source.span(SourceRange(start: invalid, end: invalid + 1)),
                hint: "convert the file to UTF-8")
        }
        for offset in bytes.indices where mayBeForbidden(bytes[offset]) {
            if let finding = forbidden(bytes, offset, source) { return finding }
        }
        return nil
    }

    /// Whether a forbidden character may begin with `byte`; false for nearly all text.
    private static func mayBeForbidden(_ byte: UInt8) -> Bool {
        if byte >= 0x7F { return byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF }
        if byte >= ASCII.space { return false }
        return byte != ASCII.lineFeed && byte != ASCII.carriageReturn && byte != ASCII.tab
    }

    private static func forbidden(
        _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ source: SourceText
    ) -> Diagnostic? {
        let width = UTF8Bytes.characterCount(startingWith: bytes[offset])
        let range = SourceRange(start: offset, end: offset + width)
        let text = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
        guard let scalar = text.unicodeScalars.first else { return nil }
        switch scalar.value {
        case 0x85, 0x2028, 0x2029:
            return Diagnostic(
                .yamlLineSeparator,
                "\(name(scalar)) ends a line in YAML 1.1 and does not in YAML 1.2",
                at: source.span(range),
                hint: "write it as an escape in double quotes: \(escape(scalar))")
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF:
            return Diagnostic(
                .yamlControlCharacter,
                "\(scalar.value == 0 ? "a NUL byte" : name(scalar)) is not allowed in YAML",
                at: source.span(range),
                hint: "remove it, or write it as an escape in double quotes: \(escape(scalar))")
        default: return nil
        }
    }

    private static func name(_ scalar: Unicode.Scalar) -> String {
        "the character U+" + hexadecimal(scalar.value, digits: 4).uppercased()
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        scalar.value < 0x100
            ? "\\x" + hexadecimal(scalar.value, digits: 2)
            : "\\u" + hexadecimal(scalar.value, digits: 4)
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
