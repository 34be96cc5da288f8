internal import JSONText
internal import SourceText

/// Scalars as YAML.
package enum YAMLText {
    /// `text` as a string, in flow mappings too: plain where it can be taken for nothing else, otherwise
    /// in double quotes, which in YAML may hold what JSON's may.
    package static func string(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// `text`, or null.
    package static func string(_ text: String?) -> String { text.map(string) ?? "null" }

    /// `text` as a key of a flow mapping, with the sign between it and its value.
    package static func flowKey(_ text: String) -> String {
        let key = string(text)
        return key.utf8.count <= longestSimpleKey ? key + ": " : "? " + key + " : "
    }

    /// A flow mapping of `members`, whose keys are plain and whose values are written already.
    package static func flow(_ members: [(String, String)]) -> String {
        "{" + members.map { "\($0): \($1)" }.joined(separator: ", ") + "}"
    }

    /// YAML wants longer keys to be marked as such; these are 1024 characters at most.
    private static let longestSimpleKey = 1000

    /// `text` as a string of a block, where more may be plain.
    static func blockString(_ text: String) -> String {
        isPlain(text) || isPlainInBlock(text) ? text : quoted(text)
    }

    /// `text` as a string in double quotes, without a character that YAML forbids.
    package static func quoted(_ text: String) -> String {
        escaped(String(decoding: JSONWriter.string(text), as: UTF8.self))
    }

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

    /// Words and the signs between them, as in names, sentences, URLs and the keywords of JSON Schema.
    /// What follows a colon or precedes a space could be more than text.
    private static func isPlainInBlock(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, isWord(first) || first == "$",
            last != " ", last != ":", scalars.count <= longestPlain,
            !reserved.contains(text.lowercased())
        else { return false }
        return scalars.indices.allSatisfy { index in
            let scalar = scalars[index]
            if scalar == ":" { return scalars[index + 1] != " " }
            return isWord(scalar) || scalar == "$" || betweenWords.contains(scalar)
        }
    }

    private static let longestPlain = 400
    private static let betweenWords = Set("0123456789 -_./,;()'+&@%=!?*".unicodeScalars)

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic && !mustEscape(scalar)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static let reserved: Set<String> = [
        "true", "false", "null", "yes", "no", "on", "off", "y", "n",
    ]

    private static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: mustEscape) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            guard mustEscape(scalar) else {
                result.unicodeScalars.append(scalar)
                continue
            }
            let digits = String(scalar.value, radix: 16)
            let (mark, width) = scalar.value > 0xFFFF ? ("\\U", 8) : ("\\u", 4)
            result += mark + String(repeating: "0", count: width - digits.utf8.count) + digits
        }
        return result
    }

    /// YAML allows less than JSON does: DEL, C1, line ends of Unicode and the byte-order mark are
    /// written as escapes. So are characters that are invisible, and those that change the order of reading.
    static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: PrintableText.mustEscape(scalar)
        }
    }
}
