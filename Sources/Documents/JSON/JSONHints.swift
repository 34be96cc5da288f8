import SourceText

/// What stands at the scanner's position, and what was probably meant by it.
extension JSONScanner {
    /// Whether the innermost open container is an object.
    var isInObject: Bool {
        builder.openContainer.map { builder.records[$0].kind == .object } ?? false
    }

    var hintAtValue: String? {
        switch bytes[position] {
        case UInt8(ascii: "'"): return JSONMessages.singleQuotes
        case UInt8(ascii: "/"), UInt8(ascii: "#"): return JSONMessages.comments
        case UInt8(ascii: "+"): return "write the number without `+`"
        case UInt8(ascii: "."): return "write a digit before the point, as in 0.5"
        case UInt8(ascii: "]"), UInt8(ascii: "}"): return hintAfterComma
        default:
            let word = wordHere
            if let hint = JSONMessages.hint(forWord: word) { return hint }
            return word.isEmpty ? nil : "put text in double quotes"
        }
    }

    var hintAtKey: String? {
        switch bytes[position] {
        case UInt8(ascii: "'"): JSONMessages.singleQuotes
        case UInt8(ascii: "/"), UInt8(ascii: "#"): JSONMessages.comments
        case UInt8(ascii: "}"): hintAfterComma
        default: wordHere.isEmpty ? nil : "put the key in double quotes"
        }
    }

    var hintAfterValue: String? {
        switch bytes[position] {
        case UInt8(ascii: "/"), UInt8(ascii: "#"): JSONMessages.comments
        case UInt8(ascii: ":"): isInObject ? nil : "members with keys stand in an object: {…}"
        case ASCII.quote: "write a comma between the two"
        default: nil
        }
    }

    private var hintAfterComma: String? {
        var index = position - 1
        while index >= 0, bytes[index] <= ASCII.space { index -= 1 }
        return index >= 0 && bytes[index] == UInt8(ascii: ",") ? JSONMessages.trailingComma : nil
    }

    /// The ASCII letters and digits that begin here, at most 20.
    var wordHere: String {
        let word = bytes[position..<min(position + 20, end)].prefix {
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || ASCII.isDigit($0)
                || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "$")
        }
        return String(decoding: word, as: UTF8.self)
    }

    /// The word or character that stands here, in quotes.
    var foundHere: String {
        let word = wordHere
        if word.utf8.count > 1 { return "`\(word)`" }
        let width = CharacterBytes.width(bytes[position])
        let text = bytes[position..<min(position + width, end)]
        return "`\(String(decoding: text, as: UTF8.self))`"
    }
}
