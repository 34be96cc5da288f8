/// A string token: what stands between its quotes, and what is special about it.
struct StringToken {
    let content: ByteSlice
    /// It must be decoded before it is compared.
    let hasEscapes: Bool
    /// It has bytes above 0x7F.
    let hasNonASCII: Bool
}

extension JSONScanner {
    /// Skips a string token, from its opening quote past its closing one; nil where it is broken.
    @inline(__always)
    mutating func skipString() -> StringToken? {
        position += 1
        let start = position
        var highBits: UInt64 = 0
        var hasEscapes = false
        while true {
            while end - position >= 8 {
                let word = UnsafeRawPointer(position).loadUnaligned(as: UInt64.self).littleEndian
                let stops = StringBytes.stops(in: word)
                if stops == 0 {
                    highBits |= word
                    position += 8
                    continue
                }
                let count = stops.trailingZeroBitCount >> 3
                highBits |= word & ((1 << UInt64(count * 8)) &- 1)
                position += count
                break
            }
            if end - position < 8 {
                while position < end, !StringBytes.isStop(position.pointee) {
                    highBits |= UInt64(position.pointee)
                    position += 1
                }
            }
            switch byte {
            case UInt8(ascii: "\""):
                let content = ByteSlice(base: start, count: position - start)
                position += 1
                return StringToken(
                    content: content, hasEscapes: hasEscapes,
                    hasNonASCII: highBits & 0x8080_8080_8080_8080 != 0)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                guard skipEscape() else { return nil }
            default:
                _ = fail(position < end && byte != 0x0A ? .controlCharacter : .unterminatedString)
                return nil
            }
        }
    }

    private mutating func skipEscape() -> Bool {
        let escape = position
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
            return true
        case UInt8(ascii: "u"):
            guard let unit = hexUnit(at: position + 1) else { return failEscape(escape) }
            position += 5
            return skipSurrogate(unit, escape)
        default: return failEscape(escape)
        }
    }

    /// Notes a surrogate without its other half, and skips the other half of one that has it.
    private mutating func skipSurrogate(_ unit: UInt16, _ escape: UnsafePointer<UInt8>) -> Bool {
        guard unit & 0xF800 == 0xD800 else { return true }
        if unit < 0xDC00, byte == UInt8(ascii: "\\"), end - position >= 6,
            position[1] == UInt8(ascii: "u"), let low = hexUnit(at: position + 2),
            low & 0xFC00 == 0xDC00
        {
            position += 6
        } else if loneSurrogate == nil {
            loneSurrogate = escape
        }
        return true
    }

    private mutating func failEscape(_ escape: UnsafePointer<UInt8>) -> Bool {
        position = escape
        return fail(.badEscape)
    }

    private func hexUnit(at digits: UnsafePointer<UInt8>) -> UInt16? {
        end - digits >= 4 ? StringBytes.hexUnit(digits) : nil
    }
}

/// What single bytes mean inside a JSON string.
enum StringBytes {
    /// Marks with the high bit the bytes that end a run of plain text: quotes, backslashes and
    /// controls. Only the lowest mark is exact.
    @inline(__always)
    static func stops(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ 0x2222_2222_2222_2222
        let backslashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
        let marks =
            ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
            | ((word &- 0x2020_2020_2020_2020) & ~word)
        return marks & 0x8080_8080_8080_8080
    }

    @inline(__always)
    static func isStop(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// The UTF-16 unit of four hexadecimal digits.
    static func hexUnit(_ digits: UnsafePointer<UInt8>) -> UInt16? {
        var unit: UInt16 = 0
        for offset in 0..<4 {
            let byte = digits[offset]
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: return nil
            }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
