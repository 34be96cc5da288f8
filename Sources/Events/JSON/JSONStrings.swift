internal import SourceText

/// A string token: what stands between its quotes, and what is special about it.
struct StringToken {
    let content: ByteSlice
    /// It must be decoded before it is compared.
    let hasEscapes: Bool
    /// It has bytes that are not ASCII, or DEL.
    let hasUnusual: Bool
}

extension JSONScanner {
    /// Skips a string token, from its opening quote past its closing one; nil where it is broken.
    @inline(never)
    mutating func skipString() -> StringToken? {
        position += 1
        let start = position
        var unusual: UInt32 = 0
        var hasEscapes = false
        while true {
            let bits = StringBits(position)
            guard bits.stops != 0 else {
                unusual |= bits.unusual
                position += 16
                continue
            }
            unusual |= bits.unusualBeforeStop
            position += bits.plainCount
            if position < end, byte == UInt8(ascii: "\"") {
                let content = ByteSlice(base: start, count: position - start)
                guard unusual == 0 || checkUTF8(content) else { return nil }
                position += 1
                return StringToken(
                    content: content, hasEscapes: hasEscapes, hasUnusual: unusual != 0)
            }
            guard position < end, byte == UInt8(ascii: "\\") else {
                _ = fail(position < end && byte != 0x0A ? .controlCharacter : .unterminatedString)
                return nil
            }
            hasEscapes = true
            guard skipEscape() else { return nil }
        }
    }

    /// Whether `content` is UTF-8; outside of strings JSON is ASCII, so that nothing else can break it.
    private mutating func checkUTF8(_ content: ByteSlice) -> Bool {
        guard let offset = UTF8Bytes.firstInvalidOffset(in: content.buffer) else { return true }
        position = content.base + offset
        return fail(.notUTF8)
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
