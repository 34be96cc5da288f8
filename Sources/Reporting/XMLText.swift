/// Text as XML 1.0 allows it: what has a meaning is escaped, and what XML 1.0 forbids, even as a
/// reference, is replaced by U+FFFD.
enum XMLText {
    /// For content.
    static func content(_ text: String) -> String {
        escaped(text) { $0 == "\r" }
    }

    /// For attributes in double quotes, in which white space is kept only as references.
    static func attribute(_ text: String) -> String {
        escaped(text) { $0 == "\t" || $0 == "\n" || $0 == "\r" }
    }

    private static func escaped(
        _ text: String, _ needsReference: (Unicode.Scalar) -> Bool
    ) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            case _ where needsReference(scalar): result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return result
    }

    /// The characters of XML 1.0, section 2.2.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
