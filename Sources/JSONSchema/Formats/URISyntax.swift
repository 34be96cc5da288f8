import SourceText

/// `uri` and `uri-reference` as RFC 3986 defines them, `iri` and `iri-reference` as RFC 3987 does.
struct URISyntax {
    private var scanner: FormatScanner
    private let isInternational: Bool

    private static let nameCharacters = ASCIISet(alphanumericsAnd: "-._~!$&'()*+,;=")
    private static let userCharacters = ASCIISet(alphanumericsAnd: "-._~!$&'()*+,;=:")
    private static let pathCharacters = ASCIISet(alphanumericsAnd: "-._~!$&'()*+,;=:@/")
    /// Those of queries, too.
    static let fragmentCharacters = ASCIISet(alphanumericsAnd: "-._~!$&'()*+,;=:@/?")

    private init(_ text: UnsafeBufferPointer<UInt8>, isInternational: Bool) {
        scanner = FormatScanner(text)
        self.isInternational = isInternational
    }

    /// Whether the text is absolute: it has a scheme.
    static func isURI(_ text: UnsafeBufferPointer<UInt8>, isInternational: Bool) -> Bool {
        var syntax = URISyntax(text, isInternational: isInternational)
        return syntax.takeScheme() && syntax.takeRest()
    }

    /// Whether the text is absolute or relative.
    static func isReference(_ text: UnsafeBufferPointer<UInt8>, isInternational: Bool) -> Bool {
        if isURI(text, isInternational: isInternational) { return true }
        // The first segment of a relative path must not look as if it began with a scheme.
        let firstSegment = text.prefix { !"/?#".utf8.contains($0) }
        if firstSegment.contains(UInt8(ascii: ":")) { return false }
        var syntax = URISyntax(text, isInternational: isInternational)
        return syntax.takeRest()
    }

    private mutating func takeScheme() -> Bool {
        guard scanner.take(where: ASCII.isLetter) else { return false }
        _ = scanner.skip { ASCII.isLetterOrDigit($0) || "+-.".utf8.contains($0) }
        return scanner.take(":")
    }

    /// What follows the scheme.
    private mutating func takeRest() -> Bool {
        if scanner.rest.starts(with: "//".utf8) {
            guard takeAuthority() else { return false }
        }
        guard take(URISyntax.pathCharacters) else { return false }
        if scanner.take("?"), !take(URISyntax.fragmentCharacters, allowsPrivate: true) {
            return false
        }
        if scanner.take("#"), !take(URISyntax.fragmentCharacters) { return false }
        return scanner.isAtEnd
    }

    /// `//user@host:port`, up to the path.
    private mutating func takeAuthority() -> Bool {
        guard scanner.take("/"), scanner.take("/") else { return false }
        let authority = scanner.rest.prefix { !"/?#".utf8.contains($0) }
        if authority.contains(UInt8(ascii: "@")) {
            guard take(URISyntax.userCharacters), scanner.take("@") else { return false }
        }
        guard scanner.next == UInt8(ascii: "[") ? takeLiteral() : take(URISyntax.nameCharacters)
        else { return false }
        if scanner.take(":") { _ = scanner.skip(where: ASCII.isDigit) }
        return scanner.next.map { "/?#".utf8.contains($0) } ?? true
    }

    /// `[2001:db8::1]`, or an address of a version yet to come: `[v1.fe]`
    private mutating func takeLiteral() -> Bool {
        guard scanner.take("[") else { return false }
        let rest = scanner.rest
        let content = UnsafeBufferPointer(rebasing: rest.prefix { $0 != UInt8(ascii: "]") })
        _ = scanner.skip { $0 != UInt8(ascii: "]") }
        guard scanner.take("]") else { return false }
        return IPAddress.isVersion6(content) || URISyntax.isFutureAddress(content)
    }

    private static func isFutureAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = FormatScanner(text)
        guard scanner.take("v") || scanner.take("V"), scanner.skip(where: Hexadecimal.isDigit) > 0,
            scanner.take(".")
        else { return false }
        return scanner.skip(where: userCharacters.contains) > 0 && scanner.isAtEnd
    }

    /// Takes characters of a set, escapes, and where they are allowed characters beyond ASCII;
    /// false if one of those is wrong.
    private mutating func take(_ set: ASCIISet, allowsPrivate: Bool = false) -> Bool {
        while let byte = scanner.next {
            if byte >= 0x80 {
                guard isInternational, let scalar = scanner.takeScalar() else { return false }
                let isAllowed =
                    IRICharacters.isUniversal(scalar)
                    || allowsPrivate && IRICharacters.isPrivate(scalar)
                if !isAllowed { return false }
            } else if byte == UInt8(ascii: "%") {
                guard scanner.take("%"), scanner.takeEscape() else { return false }
            } else {
                guard scanner.take(where: set.contains) else { return true }
            }
        }
        return true
    }
}

/// The characters beyond ASCII of RFC 3987, section 2.2.
enum IRICharacters {
    /// `ucschar`
    static func isUniversal(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
        case 0x1_0000...0xE_FFFF: scalar & 0xFFFF <= 0xFFFD && !(0xE_0000...0xE_0FFF ~= scalar)
        default: false
        }
    }

    /// `iprivate`
    static func isPrivate(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xE000...0xF8FF, 0xF_0000...0xF_FFFD, 0x10_0000...0x10_FFFD: true
        default: false
        }
    }
}
