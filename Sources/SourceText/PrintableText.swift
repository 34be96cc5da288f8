/// Makes text from input safe to show: nothing in it can move the cursor, change colours or
/// reverse the reading order of a terminal or a review page.
public enum PrintableText {
    /// `text` with each control, bidirectional or invisible format character as `\u{…}`.
    public static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: mustEscape) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if mustEscape(scalar) {
                result += escape(scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// How `scalar` is written when it must not be shown as it is.
    public static func escape(_ scalar: Unicode.Scalar) -> String {
        "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }

    /// Controls (C0, DEL, C1), line and paragraph separators, and format characters, to which
    /// the bidirectional controls and the byte-order mark belong.
    public static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value >= 0x20 && scalar.value < 0x7F { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}
