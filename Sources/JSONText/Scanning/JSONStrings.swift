internal import SourceText

/// A string token: its content between the quotes, and what is special about it.
@usableFromInline
package struct StringToken {
    @usableFromInline package let start: UnsafePointer<UInt8>
    @usableFromInline package let count: Int
    /// It must be decoded before it is compared.
    @usableFromInline package let hasEscapes: Bool
    /// It has bytes that are not ASCII, or DEL.
    @usableFromInline package let hasUnusual: Bool
}

extension JSONScanner {
    /// Skips a string token, from its opening quote past its closing one; nil where it is broken.
    @usableFromInline
    @inline(never)
    package mutating func skipString() -> StringToken? {
        let opening = position
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
                guard unusual == 0 || checkUTF8(start) else { return nil }
                let count = position - start
                position += 1
                return StringToken(
                    start: start, count: count, hasEscapes: hasEscapes, hasUnusual: unusual != 0)
            }
            guard position < end, byte == UInt8(ascii: "\\") else {
                failInString(opening)
                return nil
            }
            hasEscapes = true
            guard skipEscape(in: opening) else { return nil }
        }
    }

    private mutating func failInString(_ opening: UnsafePointer<UInt8>) {
        position = min(position, end)
        _ = fail(.endInString)
        fault?.opening = opening
    }

    /// Whether the text since `start` is UTF-8; outside strings JSON is ASCII, so that nothing else can
    /// break it.
    private mutating func checkUTF8(_ start: UnsafePointer<UInt8>) -> Bool {
        let content = UnsafeBufferPointer(start: start, count: position - start)
        guard let offset = UTF8Bytes.firstInvalidOffset(in: content) else { return true }
        position = start + offset
        return fail(.notUTF8)
    }

    private mutating func skipEscape(in opening: UnsafePointer<UInt8>) -> Bool {
        let escape = position
        position += 1
        guard position < end else {
            failInString(opening)
            return false
        }
        if byte == UInt8(ascii: "u") {
            guard let unit = skipUnicodeEscape(in: opening) else { return false }
            return skipSurrogate(unit, escape)
        }
        guard JSONEscape.character(byte) != nil else { return fail(.wantsEscape) }
        position += 1
        return true
    }

    private mutating func skipUnicodeEscape(in opening: UnsafePointer<UInt8>) -> UInt16? {
        position += 1
        if end - position >= 4, let unit = JSONEscape.unit(position) {
            position += 4
            return unit
        }
        while position < end, Hexadecimal.value(byte) != nil { position += 1 }
        if position < end { _ = fail(.wantsHexadecimal) } else { failInString(opening) }
        return nil
    }

    /// Notes a surrogate without its other half, and skips the other half of one that has it.
    private mutating func skipSurrogate(_ unit: UInt16, _ escape: UnsafePointer<UInt8>) -> Bool {
        guard unit & 0xF800 == 0xD800 else { return true }
        if unit < 0xDC00, end - position >= 6, JSONEscape.lowSurrogate(position) != nil {
            position += 6
        } else if loneSurrogate == nil {
            loneSurrogate = escape
        }
        return true
    }
}
