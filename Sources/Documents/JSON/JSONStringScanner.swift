import SourceText

extension JSONScanner {
    /// Appends the string whose opening quote stands here. One without escapes is left where it is.
    mutating func scanString() {
        let start = position
        let content = start + 1
        position = content
        skipUnescaped()
        guard position < end else { return failInString(start) }
        if bytes[position] == ASCII.quote {
            position += 1
            return builder.append(
                .string, sourceText: SourceRange(start: content, end: position - 1),
                SourceRange(start: start, end: position))
        }
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: bytes[content..<position])
        while position < end, bytes[position] == ASCII.backslash {
            guard scanEscape(start) else { return }
            let run = position
            skipUnescaped()
            scratch.append(contentsOf: bytes[run..<position])
        }
        guard position < end, bytes[position] == ASCII.quote else { return failInString(start) }
        position += 1
        builder.append(.string, text: scratch, SourceRange(start: start, end: position))
    }

    /// Moves to the next quote, backslash or control character.
    private mutating func skipUnescaped() {
        while position < end {
            let byte = bytes[position]
            if byte == ASCII.quote || byte == ASCII.backslash || byte < ASCII.space { return }
            position += 1
        }
    }

    /// Decodes the escape that begins here; false if it is none.
    private mutating func scanEscape(_ start: Int) -> Bool {
        guard position + 1 < end else {
            position = end
            failInString(start)
            return false
        }
        switch bytes[position + 1] {
        case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"): scratch.append(bytes[position + 1])
        case UInt8(ascii: "b"): scratch.append(0x08)
        case UInt8(ascii: "f"): scratch.append(0x0C)
        case UInt8(ascii: "n"): scratch.append(ASCII.lineFeed)
        case UInt8(ascii: "r"): scratch.append(ASCII.carriageReturn)
        case UInt8(ascii: "t"): scratch.append(ASCII.tab)
        case UInt8(ascii: "u"): return scanUnicodeEscape(start)
        default:
            failAtEscape()
            return false
        }
        position += 2
        return true
    }

    private mutating func scanUnicodeEscape(_ start: Int) -> Bool {
        guard let first = codeUnit(at: position) else {
            failAtUnicodeEscape(start)
            return false
        }
        if let scalar = Unicode.Scalar(first) {
            append(scalar)
            position += 6
        } else if first < 0xDC00, let second = codeUnit(at: position + 6),
            0xDC00..<0xE000 ~= second
        {
            let value = 0x10000 + ((UInt32(first) - 0xD800) << 10) + (UInt32(second) - 0xDC00)
            if let scalar = Unicode.Scalar(value) { append(scalar) }
            position += 12
        } else {
            reportLoneSurrogate(first)
            position += 6
        }
        return true
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// The value of `\uXXXX` at `offset`, if that stands there.
    private func codeUnit(at offset: Int) -> UInt16? {
        guard offset + 6 <= end, bytes[offset] == ASCII.backslash,
            bytes[offset + 1] == UInt8(ascii: "u")
        else { return nil }
        var value: UInt16 = 0
        for index in offset + 2..<offset + 6 {
            guard let digit = HexDigit.value(bytes[index]) else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
