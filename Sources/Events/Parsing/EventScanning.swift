internal import JSONText

extension JSONScanner {
    /// Scans an object's members and keeps those whose key some event type lists. What nearly all
    /// members look like (short plain keys, plain strings, no white space or one space) is read
    /// here in a few steps; everything else goes to the scanner's general functions.
    @inline(__always)
    mutating func scanEvent(into event: inout ScannedEvent, scratch: ScratchArena) -> Bool {
        event.clear()
        position += 1
        skipWhiteSpace()
        if byte == UInt8(ascii: "}") {
            position += 1
            return true
        }
        while true {
            guard let field = scanKey(scratch) else { return false }
            let value: ScannedField
            if let text = plainString() {
                value = .plain(text)
            } else {
                guard let other = scanField() else { return false }
                value = other
            }
            if field != .unlisted { event.set(field, value) }
            if byte == UInt8(ascii: ","), position[1] == UInt8(ascii: "\"") {
                position += 1
                continue
            }
            skipWhiteSpace()
            switch byte {
            case UInt8(ascii: ","):
                position += 1
                skipWhiteSpace()
            case UInt8(ascii: "}"):
                position += 1
                return true
            default: return fail(.wantsCommaOrBrace)
            }
        }
    }

    /// Skips a key and its colon, up to where the value begins; nil where they are broken.
    @inline(__always)
    private mutating func scanKey(_ scratch: ScratchArena) -> EventField? {
        let start = position + 1
        let bits = StringBits(start)
        let count = bits.plainCount
        guard byte == UInt8(ascii: "\""), count < 16, bits.unusualBeforeStop == 0,
            start[count] == UInt8(ascii: "\""), start[count + 1] == UInt8(ascii: ":")
        else { return scanOtherKey(scratch) }
        position = start + count + 2
        if byte <= 0x20 {
            if byte == 0x20 { position += 1 }
            skipWhiteSpace()
        }
        return EventField.named(ByteSlice(base: start, count: count))
    }

    @inline(never)
    private mutating func scanOtherKey(_ scratch: ScratchArena) -> EventField? {
        guard byte == UInt8(ascii: "\"") else {
            _ = fail(.wantsKey)
            return nil
        }
        guard let key = skipString(), skipColon() else { return nil }
        let name =
            key.hasEscapes && loneSurrogate == nil ? scratch.decode(key.content) : key.content
        return EventField.named(name)
    }

    /// Skips a string of printable ASCII without escapes; nil, and nothing is skipped, for any other
    /// value.
    @inline(__always)
    private mutating func plainString() -> ByteSlice? {
        guard byte == UInt8(ascii: "\"") else { return nil }
        let start = position + 1
        var next = start
        while true {
            let bits = StringBits(next)
            if bits.unusualBeforeStop != 0 { return nil }
            if bits.stops == 0 {
                next += 16
                continue
            }
            next += bits.plainCount
            guard next.pointee == UInt8(ascii: "\""), next < end else { return nil }
            position = next + 1
            return ByteSlice(base: start, count: next - start)
        }
    }

    @inline(never)
    mutating func scanField() -> ScannedField? {
        if byte == UInt8(ascii: "\"") {
            guard let token = skipString() else { return nil }
            return ScannedField(
                kind: .string, hasEscapes: token.hasEscapes, hasUnusual: token.hasUnusual,
                text: token.content)
        }
        let start = position
        let kind: ScannedKind
        switch byte {
        case UInt8(ascii: "-"), 0x30...0x39: kind = .number
        case UInt8(ascii: "{"): kind = .object
        case UInt8(ascii: "n"): kind = .null
        default: kind = .other
        }
        guard kind == .number ? skipNumber() : skipValue() else { return nil }
        return ScannedField(
            kind: kind, hasEscapes: false, hasUnusual: false,
            text: ByteSlice(base: start, count: position - start))
    }
}
