extension JSONScanner {
    /// Skips any value; containers without recursion, however deep they are.
    @inline(never)
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
                    nesting.push(isObject)
                    depth += 1
                    if isObject {
                        guard skipKey() else { return abandon(depth) }
                    }
                    continue
                }
            } else {
                guard skipScalar() else { return abandon(depth) }
            }
            // A value ended here.
            guard skipClosings(&depth) else { return abandon(depth) }
            if depth == 0 { return true }
        }
    }

    /// Forgets the containers that stay open.
    private mutating func abandon(_ depth: Int) -> Bool {
        for _ in 0..<depth { nesting.pop() }
        return false
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
            let isObject = nesting.isObject
            switch byte {
            case UInt8(ascii: ","):
                position += 1
                skipWhiteSpace()
                return isObject ? skipKey() : true
            case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
                position += 1
                nesting.pop()
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

/// The kinds of the open containers, a bit each; the innermost one is the lowest bit of `top`.
struct NestingStack {
    private var top: UInt64 = 0
    private var countInTop = 0
    private var below: [UInt64] = []

    /// Whether the innermost container is an object.
    var isObject: Bool { top & 1 != 0 }

    mutating func push(_ isObject: Bool) {
        if countInTop == 64 {
            below.append(top)
            countInTop = 0
        }
        top = top << 1 | (isObject ? 1 : 0)
        countInTop += 1
    }

    mutating func pop() {
        top >>= 1
        countInTop -= 1
        if countInTop == 0, let word = below.popLast() {
            top = word
            countInTop = 64
        }
    }
}
