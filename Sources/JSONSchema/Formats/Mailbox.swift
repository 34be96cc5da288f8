import SourceText

/// `email` is the mailbox of RFC 5321 (section 4.1.2), `idn-email` that of RFC 6531.
enum Mailbox {
    /// The most bytes before the `@` (RFC 5321, section 4.5.3.1.1).
    private static let longestLocalPart = 64
    private static let atomCharacters = ASCIISet(alphanumericsAnd: "!#$%&'*+-/=?^_`{|}~")

    static func isMailbox(_ text: UnsafeBufferPointer<UInt8>, isInternational: Bool) -> Bool {
        var scanner = FormatScanner(text)
        let isLocalPart =
            scanner.next == UInt8(ascii: "\"")
            ? takeQuoted(&scanner, isInternational) : takeAtoms(&scanner, isInternational)
        guard isLocalPart, scanner.position <= longestLocalPart, scanner.take("@") else {
            return false
        }
        if scanner.next == UInt8(ascii: "[") { return isAddressLiteral(scanner.rest) }
        return DomainName.isDomainName(scanner.rest, isInternational: isInternational)
    }

    /// Atoms with single dots between them.
    private static func takeAtoms(_ scanner: inout FormatScanner, _ isInternational: Bool) -> Bool {
        repeat {
            let count = scanner.skip {
                atomCharacters.contains($0) || isInternational && $0 >= 0x80
            }
            if count == 0 { return false }
        } while scanner.take(".")
        return true
    }

    private static func takeQuoted(
        _ scanner: inout FormatScanner, _ isInternational: Bool
    ) -> Bool {
        guard scanner.take("\"") else { return false }
        while let byte = scanner.takeAny() {
            switch byte {
            case UInt8(ascii: "\""): return true
            case UInt8(ascii: "\\"):
                if !scanner.take(where: { 0x20..<0x7F ~= $0 }) { return false }
            case 0x20..<0x7F: continue
            default: if byte < 0x80 || !isInternational { return false }
            }
        }
        return false
    }

    /// `[192.0.2.1]` or `[IPv6:2001:db8::1]`
    private static func isAddressLiteral(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count > 2, text.last == UInt8(ascii: "]") else { return false }
        let content = text[1..<text.count - 1]
        let tag = content.prefix(5).map { $0 | 0x20 }
        guard tag.elementsEqual("ipv6:".utf8) else {
            return IPAddress.isVersion4(UnsafeBufferPointer(rebasing: content))
        }
        return IPAddress.isVersion6(UnsafeBufferPointer(rebasing: content.dropFirst(5)))
    }
}
