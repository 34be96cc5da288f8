import SourceText

/// Identifiers of documents, as the published formats have them.
public enum Identifier {
    /// Whether `text` is one: 1 to 63 of the characters a-z, 0-9 and -, with no - at either end.
    public static func isValid(_ text: String) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(text.utf8.count) && text.utf8.first != hyphen
            && text.utf8.last != hyphen
            && text.utf8.allSatisfy { $0 &- 0x61 < 26 || ASCII.isDigit($0) || $0 == hyphen }
    }

    /// The ASCII letters and digits of `name` in lower case, with a hyphen for whatever is between them;
    /// nil if nothing is left. Nothing is transliterated: users could not guess how.
    package static func suggested(for name: String) -> String? {
        let words = name.unicodeScalars.split {
            !$0.isASCII || !($0.properties.isAlphabetic || ("0"..."9").contains($0))
        }
        let id = words.map { String($0).lowercased() }.joined(separator: "-").prefix(63)
        return id.isEmpty ? nil : id.last == "-" ? String(id.dropLast()) : String(id)
    }
}
