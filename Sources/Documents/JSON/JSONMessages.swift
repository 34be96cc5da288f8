import SourceText

/// The texts of the scanner's findings.
enum JSONMessages {
    static let empty = "the text is empty; it must hold one JSON value"
    static let endInString = "the text ends inside a string, before its closing quote"
    static let leadingZero = "a number must not begin with a zero that another digit follows"
    static let digitAfterMinus = "a digit after `-`"
    static let digitAfterPoint = "a digit after the decimal point"
    static let digitInExponent = "a digit in the exponent"
    static let singleQuotes = "JSON strings stand in double quotes"
    static let comments = "JSON has no comments"
    static let trailingComma = "remove the comma before it"

    /// What to write instead of a word that other languages know.
    static func hint(forWord word: String) -> String? {
        switch word.lowercased() {
        case "true", "false", "null": "write \(word.lowercased()) in lower case"
        case "none", "nil", "undefined": "write null"
        case "nan", "infinity", "inf": "JSON has only finite numbers; write null or a string"
        default: nil
        }
    }

    /// What to say of a control character outside strings; nil if `byte` is none.
    static func control(_ byte: UInt8) -> String? {
        guard byte < ASCII.space || byte == 0x7F else { return nil }
        return "\(name(byte)) may not stand between values; spaces, tabs and line ends may"
    }

    static func controlInString(_ byte: UInt8) -> String {
        byte == ASCII.lineFeed || byte == ASCII.carriageReturn
            ? "the line ends inside a string; close it with a quote before the line end"
            : "\(name(byte)) may not stand in a string as it is"
    }

    static func hint(forControlInString byte: UInt8) -> String {
        switch byte {
        case ASCII.lineFeed: return "write a line feed in a string as \\n"
        case ASCII.carriageReturn: return "write a carriage return in a string as \\r"
        case ASCII.tab: return "write a tab in a string as \\t"
        default:
            let digits = String(byte, radix: 16)
            return "write it as \\u00" + (byte < 0x10 ? "0" : "") + digits
        }
    }

    static func name(_ byte: UInt8) -> String {
        switch byte {
        case 0: return "a NUL byte"
        case ASCII.tab: return "a tab"
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            return "the control character U+00" + (byte < 0x10 ? "0" : "") + digits
        }
    }
}
