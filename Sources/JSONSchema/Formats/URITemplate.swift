import SourceText

/// `uri-template`: all levels of RFC 6570.
enum URITemplate {
    /// The erratum to section 2.1 allows the apostrophe.
    private static let literals = ASCIISet(printableExcept: "\"%<>\\^`{|}")
    private static let nameCharacters = ASCIISet(alphanumericsAnd: "_")

    static func isTemplate(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = FormatScanner(text)
        while let byte = scanner.next {
            let isSound =
                switch byte {
                case UInt8(ascii: "{"): takeExpression(&scanner)
                case UInt8(ascii: "%"): scanner.take("%") && scanner.takeEscape()
                case 0x80...: takeUniversal(&scanner)
                default: scanner.take(where: literals.contains)
                }
            if !isSound { return false }
        }
        return true
    }

    private static func takeUniversal(_ scanner: inout FormatScanner) -> Bool {
        guard let scalar = scanner.takeScalar() else { return false }
        return IRICharacters.isUniversal(scalar) || IRICharacters.isPrivate(scalar)
    }

    /// `{?x,y:3,z*}`
    private static func takeExpression(_ scanner: inout FormatScanner) -> Bool {
        guard scanner.take("{") else { return false }
        _ = scanner.take { "+#./;?&=,!@|".utf8.contains($0) }
        repeat {
            guard takeName(&scanner), takeModifier(&scanner) else { return false }
        } while scanner.take(",")
        return scanner.take("}")
    }

    /// Parts with single dots between them.
    private static func takeName(_ scanner: inout FormatScanner) -> Bool {
        repeat {
            var count = 0
            while true {
                if scanner.take("%") {
                    guard scanner.takeEscape() else { return false }
                } else if !scanner.take(where: nameCharacters.contains) {
                    break
                }
                count += 1
            }
            if count == 0 { return false }
        } while scanner.take(".")
        return true
    }

    /// `*`, or `:` with the length of a prefix, 1 to 9999.
    private static func takeModifier(_ scanner: inout FormatScanner) -> Bool {
        if scanner.take("*") { return true }
        guard scanner.take(":") else { return true }
        if scanner.next == UInt8(ascii: "0") { return false }
        return 1...4 ~= scanner.skip(where: ASCII.isDigit)
    }
}
