extension JSONScanner {
    /// Skips any value; containers without recursion, however deep they are.
    mutating func skipValue() -> Bool {
        var depth = 0
        while true {
            // A value begins here.
            let isObject = byte == UInt8(ascii: "{")
            if isObject || byte == UInt8(ascii: "[") {
                position += 1
                skipWhiteSpace()
                if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    position += 1
                } else {
                    nesting.push(isObject, at: depth)
                    depth += 1
                    if isObject {
                        guard skipKey() else { return false }
                    }
                    continue
                }
            } else {
                guard skipScalar() else { return false }
            }
            // A value ended here.
            guard skipClosings(&depth) else { return false }
            if depth == 0 { return true }
        }
    }

    private mutating func skipScalar() -> Bool {
        switch byte {
        case UInt8(ascii: "\""): return skipString() != nil
        case UInt8(ascii: "t"): return skipLiteral("true")
        case UInt8(ascii: "f"): return skipLiteral("false")
        case UInt8(ascii: "n"): return skipLiteral("null")
        case UInt8(ascii: "-"), 0x30...0x39: return skipNumber()
        default: return fail(.wantsValue)
        }
    }

    /// Skips what closes containers, up to where the next value begins.
    private mutating func skipClosings(_ depth: inout Int) -> Bool {
        while depth > 0 {
            skipWhiteSpace()
            let isObject = nesting.isObject(at: depth - 1)
            switch byte {
            case UInt8(ascii: ","):
                position += 1
                skipWhiteSpace()
                return isObject ? skipKey() : true
            case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
                position += 1
                depth -= 1
            default: return fail(isObject ? .wantsCommaOrBrace : .wantsCommaOrBracket)
            }
        }
        return true
    }

    /// Skips a key and its colon, up to where the value begins.
    private mutating func skipKey() -> Bool {
        guard byte == UInt8(ascii: "\"") else { return fail(.wantsKey) }
        return skipString() != nil && skipColon()
    }

    @inline(__always)
    mutating func skipColon() -> Bool {
        skipWhiteSpace()
        guard byte == UInt8(ascii: ":") else { return fail(.wantsColon) }
        position += 1
        skipWhiteSpace()
        return true
    }
}

/// The kinds of the open containers, a bit each.
struct NestingStack {
    private var words: [UInt64] = []

    mutating func push(_ isObject: Bool, at depth: Int) {
        let (word, bit) = (depth >> 6, UInt64(1) << UInt64(depth & 63))
        if word == words.count { words.append(0) }
        if isObject { words[word] |= bit } else { words[word] &= ~bit }
    }

    func isObject(at depth: Int) -> Bool {
        words[depth >> 6] & (1 << UInt64(depth & 63)) != 0
    }
}
