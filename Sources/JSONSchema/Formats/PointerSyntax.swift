import SourceText

/// `json-pointer` (RFC 6901) and `relative-json-pointer` (draft-bhutton-relative-json-pointer).
enum PointerSyntax {
    static func isPointer(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = FormatScanner(text)
        guard scanner.isAtEnd || scanner.take("/") else { return false }
        while let byte = scanner.takeAny() {
            if byte == UInt8(ascii: "~") {
                guard scanner.take("0") || scanner.take("1") else { return false }
            }
        }
        return true
    }

    /// The number of levels up, perhaps a step to a neighbour (`+1`, `-1`), then a pointer, or `#`
    /// for the name of the member or index.
    static func isRelativePointer(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = FormatScanner(text)
        guard scanner.take("0") || takePositive(&scanner) else { return false }
        if scanner.take("+") || scanner.take("-") {
            guard takePositive(&scanner) else { return false }
        }
        return scanner.take("#") ? scanner.isAtEnd : isPointer(scanner.rest)
    }

    private static func takePositive(_ scanner: inout FormatScanner) -> Bool {
        guard scanner.next != UInt8(ascii: "0") else { return false }
        return scanner.skip(where: ASCII.isDigit) > 0
    }
}
