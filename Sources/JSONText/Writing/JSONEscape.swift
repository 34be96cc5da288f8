internal import SourceText

/// The escapes of JSON strings. Written are only those that RFC 8259 requires; read are all.
package enum JSONEscape {
    /// Whether `byte` may not be in a string as it is: a quote, a backslash, or a control character.
    package static func isNeeded(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash
    }

    /// Hands the bytes of the escape of `byte`, which needs one, to `put`: six at most.
    package static func write(_ byte: UInt8, _ put: (UInt8) -> Void) {
        put(ASCII.backslash)
        switch byte {
        case 0x08: put(UInt8(ascii: "b"))
        case 0x09: put(UInt8(ascii: "t"))
        case 0x0A: put(UInt8(ascii: "n"))
        case 0x0C: put(UInt8(ascii: "f"))
        case 0x0D: put(UInt8(ascii: "r"))
        case 0..<0x20:
            for digit in "u00".utf8 { put(digit) }
            put(Hexadecimal.digit(byte >> 4))
            put(Hexadecimal.digit(byte & 15))
        default: put(byte)
        }
    }

    /// The character that a backslash and `letter` mean; nil if that is not such an escape.
    package static func character(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"): letter
        default: nil
        }
    }

    /// The UTF-16 unit of four hexadecimal digits.
    package static func unit(_ digits: UnsafePointer<UInt8>) -> UInt16? {
        var unit: UInt16 = 0
        for offset in 0..<4 {
            guard let digit = Hexadecimal.value(digits[offset]) else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    /// The second half of a surrogate pair, if the six bytes at `escape` are one.
    static func lowSurrogate(_ escape: UnsafePointer<UInt8>) -> UInt16? {
        guard escape[0] == ASCII.backslash, escape[1] == UInt8(ascii: "u"),
            let unit = unit(escape + 2), unit & 0xFC00 == 0xDC00
        else { return nil }
        return unit
    }

    /// Decodes the content of a string whose escapes the scanner has found well-formed.
    ///
    /// - Parameters:
    ///   - target: has room for `count` bytes; no escape takes less space than its character.
    ///   - loneSurrogate: is called with each escape that is half of a surrogate pair; nothing is
    ///     written for it.
    /// - Returns: the number of bytes written.
    package static func decode(
        _ content: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>,
        loneSurrogate: (UnsafePointer<UInt8>) -> Void = { _ in }
    ) -> Int {
        var (source, next) = (content, target)
        let end = content + count
        while source < end {
            if source.pointee != ASCII.backslash {
                next.pointee = source.pointee
                next += 1
                source += 1
            } else if let character = character(source[1]) {
                next.pointee = character
                next += 1
                source += 2
            } else {
                decodeUnicode(&source, to: &next, end, loneSurrogate)
            }
        }
        return next - target
    }

    private static func decodeUnicode(
        _ source: inout UnsafePointer<UInt8>, to next: inout UnsafeMutablePointer<UInt8>,
        _ end: UnsafePointer<UInt8>, _ loneSurrogate: (UnsafePointer<UInt8>) -> Void
    ) {
        let escape = source
        var value = UInt32(unit(escape + 2) ?? 0)
        source += 6
        if value & 0xFC00 == 0xD800, end - source >= 6, let low = lowSurrogate(source) {
            value = 0x1_0000 + (value & 0x3FF) << 10 + UInt32(low & 0x3FF)
            source += 6
        }
        guard let scalar = Unicode.Scalar(value) else { return loneSurrogate(escape) }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            next.pointee = byte
            next += 1
        }
    }
}
