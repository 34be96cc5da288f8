internal import SourceText

extension JSONScanner {
    /// The fault in words.
    ///
    /// - Parameter isQuoting: whether the text may be quoted, which may hold a secret.
    package func text(of fault: JSONFault, isQuoting: Bool) -> JSONFaultText {
        let here = FaultContext(scanner: self, position: fault.position, isQuoting: isQuoting)
        switch fault.kind {
        case .wantsText: return here.expecting("a JSON value", hint: here.hintAtValue)
        case .wantsArray: return here.expecting("an array in `[` and `]`")
        case .wantsValue: return here.expecting("a value", hint: here.hintAtValue)
        case .wantsElement:
            return here.expecting("a value", atEnd: "an array element", hint: here.hintAtValue)
        case .wantsFirstElement:
            return here.expecting(
                "a value", atEnd: "an array element or `]`", hint: here.hintAtValue)
        case .wantsKey: return here.expecting("a key in double quotes", hint: here.hintAtKey)
        case .wantsFirstKey:
            return here.expecting(
                "a key in double quotes", atEnd: "a key or `}`", hint: here.hintAtKey)
        case .wantsColon: return here.expecting("`:` and a value after the key")
        case .wantsCommaOrBrace:
            return here.expecting(
                "`,` or `}` after a member", atEnd: "`,` or `}`", hint: here.hintAfterValue)
        case .wantsCommaOrBracket:
            return here.expecting(
                "`,` or `]` after an array element", atEnd: "`,` or `]`",
                hint: here.hintAfterElement)
        case .wantsDigitAfterMinus:
            return here.expecting("a digit after `-`", hint: here.hintForWord)
        case .wantsDigitAfterPoint: return here.expecting("a digit after the decimal point")
        case .wantsDigitInExponent: return here.expecting("a digit in the exponent")
        case .wantsEscape:
            return here.expecting(
                "one of \" \\ / b f n r t u after the backslash",
                hint: "write \\\\ for a backslash")
        case .wantsHexadecimal:
            return here.expecting(
                "four hexadecimal digits after \\u", hint: "write, for example, \\u00e9")
        case .leadingZero:
            return JSONFaultText(
                .syntax, "a number must not begin with a zero that another digit follows")
        case .endInString: return here.inString
        case .trailingContent: return here.trailing
        case .notUTF8: return here.notUTF8
        case .tooDeep:
            return JSONFaultText(
                .depth,
                "arrays and objects are nested more than \(mostDepth) deep, which is the limit")
        }
    }

    /// What to say of an escape that is half of a surrogate pair.
    package static let loneSurrogate = (
        message: "this \\u escape is only half of a character; the other half is missing",
        hint: "write both halves, as in \\ud83d\\ude00, or the character itself"
    )
}

/// What is at the position of a fault, and what was probably meant by it.
private struct FaultContext {
    let scanner: JSONScanner
    let position: UnsafePointer<UInt8>
    let isQuoting: Bool

    private var isAtEnd: Bool { position >= scanner.end }

    /// The byte here; zero at the end of the text.
    private var byte: UInt8 { isAtEnd ? 0 : position.pointee }

    private func rest(_ most: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: position, count: max(0, min(most, scanner.end - position)))
    }

    /// What `expected` names is not here.
    func expecting(
        _ expected: String, atEnd: String? = nil, hint: String? = nil
    ) -> JSONFaultText {
        if isAtEnd {
            return JSONFaultText(
                .truncated, "the text ends where \(atEnd ?? expected) must follow")
        }
        if let control { return control }
        if rest(3).elementsEqual([0xEF, 0xBB, 0xBF]) { return .byteOrderMark }
        let found = isQuoting ? ", found \(foundHere)" : ""
        return JSONFaultText(.syntax, "expected \(expected)\(found)", hint: hint)
    }

    /// What to say of a control character outside strings; nil if none is here.
    private var control: JSONFaultText? {
        guard !isAtEnd, byte < ASCII.space || byte == 0x7F else { return nil }
        return JSONFaultText(
            .controlCharacter,
            "\(Self.name(byte)) is not allowed between values; spaces, tabs and line ends are")
    }

    var trailing: JSONFaultText {
        if let control { return control }
        return JSONFaultText(
            .trailingContent,
            "the text must end after its value"
                + (isQuoting ? ", but \(foundHere) follows" : ", but more follows"))
    }

    /// The text ends in a string, or a control character is in it.
    var inString: JSONFaultText {
        if isAtEnd {
            return JSONFaultText(
                .truncated, "the text ends inside a string, before its closing quote")
        }
        let isLineEnd = ASCII.isLineEnd(byte)
        return JSONFaultText(
            .controlCharacter,
            isLineEnd
                ? "the line ends inside a string; close it with a quote before the line end"
                : "\(Self.name(byte)) is not allowed in a string as it is",
            hint: hintForControl)
    }

    var notUTF8: JSONFaultText {
        let what = isQuoting ? "the byte 0x\(Hexadecimal.pair(byte))" : "this byte"
        return JSONFaultText(
            .encoding, "\(what) is not part of a valid UTF-8 character",
            hint: "convert the file to UTF-8")
    }

    private static func name(_ byte: UInt8) -> String {
        switch byte {
        case 0: "a NUL byte"
        case ASCII.tab: "a tab"
        default: "the control character U+00\(Hexadecimal.pair(byte))"
        }
    }

    // MARK: Hints

    var hintAtValue: String? {
        switch byte {
        case UInt8(ascii: "'"): return Self.singleQuotes
        case UInt8(ascii: "/"), UInt8(ascii: "#"): return Self.comments
        case UInt8(ascii: "+"): return "write the number without `+`"
        case UInt8(ascii: "."): return "write a digit before the point, as in 0.5"
        case UInt8(ascii: "]"), UInt8(ascii: "}"): return hintAfterComma
        default: return hintForWord ?? (wordHere.isEmpty ? nil : "put text in double quotes")
        }
    }

    var hintAtKey: String? {
        switch byte {
        case UInt8(ascii: "'"): Self.singleQuotes
        case UInt8(ascii: "/"), UInt8(ascii: "#"): Self.comments
        case UInt8(ascii: "}"): hintAfterComma
        default: wordHere.isEmpty ? nil : "put the key in double quotes"
        }
    }

    var hintAfterValue: String? {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "#"): Self.comments
        case ASCII.quote: "write a comma between the two"
        default: nil
        }
    }

    var hintAfterElement: String? {
        byte == UInt8(ascii: ":")
            ? "members with keys belong in an object: {…}" : hintAfterValue
    }

    /// What to write instead of a word that other languages know.
    var hintForWord: String? {
        let word = wordHere.lowercased()
        return switch word {
        case "true", "false", "null": "write \(word) in lower case"
        case "none", "nil", "undefined": "write null"
        case "nan", "infinity", "inf": "JSON has only finite numbers; write null or a string"
        default: nil
        }
    }

    private var hintAfterComma: String? {
        var before = position
        while before > scanner.start, before[-1] <= ASCII.space { before -= 1 }
        return before > scanner.start && before[-1] == UInt8(ascii: ",")
            ? "remove the comma before it" : nil
    }

    private var hintForControl: String {
        switch byte {
        case ASCII.lineFeed: "write a line feed in a string as \\n"
        case ASCII.carriageReturn: "write a carriage return in a string as \\r"
        case ASCII.tab: "write a tab in a string as \\t"
        default: "write it as \\u00\(Hexadecimal.lowerPair(byte))"
        }
    }

    private static let singleQuotes = "JSON strings are in double quotes"
    private static let comments = "JSON has no comments"

    // MARK: What is here

    /// The ASCII letters and digits that begin here, at most 20.
    private var wordHere: String {
        let word = rest(20).prefix {
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || ASCII.isDigit($0)
                || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "$")
        }
        return String(decoding: word, as: UTF8.self)
    }

    /// The word or character that is here, in backticks.
    private var foundHere: String {
        let word = wordHere
        let text = word.utf8.count > 1 ? word : String(decoding: rest(width), as: UTF8.self)
        return "`\(text)`"
    }

    private var width: Int { UTF8Bytes.characterCount(startingWith: byte) }
}

extension JSONFaultText {
    /// What to say of a byte-order mark.
    package static var byteOrderMark: JSONFaultText {
        JSONFaultText(
            .byteOrderMark, "there is a byte-order mark here, which JSON forbids",
            hint: "save the file as UTF-8 without a byte-order mark")
    }
}
