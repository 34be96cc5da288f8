import SourceText

/// `hostname` (RFC 1123, section 2.1) and `idn-hostname` (RFC 5890, section 2.3.2.3). Labels in
/// Punycode must be decodable in both.
struct DomainName {
    /// The limits of the domain name system in its own form, with the dots.
    private static let longestName = 253
    private static let longestLabel = 63
    /// No name of the allowed length takes more bytes than four for each of its characters.
    private static let longestText = 4 * longestName
    private static let labelCharacters = ASCIISet(alphanumericsAnd: "-")

    private var length = 0
    private var labels: [[UInt32]] = []
    /// Whether some label is not plain ASCII, so that directions are to be looked at.
    private var isMixed = false

    static func isDomainName(_ text: UnsafeBufferPointer<UInt8>, isInternational: Bool) -> Bool {
        if text.count > longestText { return false }
        if let verdict = plainVerdict(on: text) { return verdict }
        var name = DomainName()
        var scanner = FormatScanner(text)
        var label: [UInt32] = []
        while let scalar = scanner.takeScalar() {
            if isSeparator(scalar, isInternational) {
                guard name.append(label, isInternational) else { return false }
                label.removeAll(keepingCapacity: true)
            } else {
                label.append(scalar)
            }
        }
        return name.append(label, isInternational) && name.isWhole
    }

    /// The answer for a name of plain ASCII labels, as most are; nil for any other.
    private static func plainVerdict(on text: UnsafeBufferPointer<UInt8>) -> Bool? {
        var scanner = FormatScanner(text)
        repeat {
            let rest = scanner.rest
            let count = scanner.skip(where: labelCharacters.contains)
            if rest.count >= 4, rest[2] == 0x2D, rest[3] == 0x2D { return nil }
            if let next = scanner.next, next >= 0x80 { return nil }
            guard 1...longestLabel ~= count, rest[0] != 0x2D, rest[count - 1] != 0x2D else {
                return false
            }
        } while scanner.take(".")
        return scanner.isAtEnd && text.count <= longestName
    }

    /// A full stop, also of East Asian scripts where those are allowed (RFC 3490, section 3.1).
    private static func isSeparator(_ scalar: UInt32, _ isInternational: Bool) -> Bool {
        switch scalar {
        case 0x2E: true
        case 0x3002, 0xFF0E, 0xFF61: isInternational
        default: false
        }
    }

    /// What can only be said of all labels together.
    private var isWhole: Bool {
        length - 1 <= DomainName.longestName && (!isMixed || BidiRule.accepts(labels))
    }

    /// Adds a label; false if it cannot be one.
    private mutating func append(_ label: [UInt32], _ isInternational: Bool) -> Bool {
        let isASCII = label.allSatisfy { $0 < 0x80 }
        guard !label.isEmpty, isASCII || isInternational else { return false }
        return isASCII ? appendASCII(label) : appendUniversal(label)
    }

    private mutating func appendASCII(_ label: [UInt32]) -> Bool {
        guard label.count <= DomainName.longestLabel, label.first != 0x2D, label.last != 0x2D,
            label.allSatisfy({ DomainName.labelCharacters.contains(UInt8($0)) })
        else { return false }
        length += label.count + 1
        let lowerCase = label.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        guard lowerCase.starts(with: Punycode.prefix) else {
            labels.append(lowerCase)
            return true
        }
        let code = lowerCase.dropFirst(Punycode.prefix.count)
        guard let decoded = Punycode.decoded(code), decoded.contains(where: { $0 >= 0x80 }),
            UniversalLabel.isValid(decoded), Punycode.encoded(decoded) == Array(code)
        else { return false }
        labels.append(decoded)
        isMixed = true
        return true
    }

    private mutating func appendUniversal(_ label: [UInt32]) -> Bool {
        guard label.count < DomainName.longestLabel, UniversalLabel.isValid(label) else {
            return false
        }
        let encodedLength = Punycode.prefix.count + Punycode.encoded(label).count
        length += encodedLength + 1
        labels.append(label)
        isMixed = true
        return encodedLength <= DomainName.longestLabel
    }
}
