internal import Documents

/// Scalars as they stand in YAML, in flow mappings too.
enum YAMLText {
    /// `text` as a string: plain where nobody could take it for anything else, else in double quotes,
    /// which in YAML may hold what JSON's may.
    static func string(_ text: String) -> String {
        if isPlain(text) { return text }
        var quoted: [UInt8] = []
        JSONWriter.append(text, to: &quoted)
        return escaped(String(decoding: quoted, as: UTF8.self))
    }

    static func string(_ text: String?) -> String { text.map(string) ?? "null" }

    /// A letter, then letters, digits and `-`, `_`, `.`, `/`; no word that has a meaning of its own, in
    /// YAML 1.1 either.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 128 else {
            return false
        }
        let signs = Set("-_./".utf8)
        return text.utf8.allSatisfy { isLetter($0) || $0 &- 0x30 < 10 || signs.contains($0) }
            && !reserved.contains(text.lowercased())
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static let reserved: Set<String> = [
        "true", "false", "null", "yes", "no", "on", "off", "y", "n",
    ]

    /// YAML lets stand less than JSON does: DEL, C1, line ends of Unicode and the byte-order mark are
    /// written as escapes.
    private static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: mustEscape) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            guard mustEscape(scalar) else {
                result.unicodeScalars.append(scalar)
                continue
            }
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        }
        return result
    }

    private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
