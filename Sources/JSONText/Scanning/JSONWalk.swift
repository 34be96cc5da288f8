/// Takes the parts of a JSON value in the order of the text.
@usableFromInline
package protocol JSONVisitor {
    /// An object or array begins here.
    mutating func begin(isObject: Bool, at start: UnsafePointer<UInt8>)
    /// The innermost object or array ends before `end`.
    mutating func end(isObject: Bool, before end: UnsafePointer<UInt8>)
    /// A string, or the key of a member.
    mutating func string(_ token: StringToken)
    mutating func number(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>)
    mutating func boolean(_ isTrue: Bool, at start: UnsafePointer<UInt8>)
    mutating func null(at start: UnsafePointer<UInt8>)
}

/// Takes nothing.
private struct NoVisitor: JSONVisitor {
    func begin(isObject: Bool, at start: UnsafePointer<UInt8>) {}
    func end(isObject: Bool, before end: UnsafePointer<UInt8>) {}
    func string(_ token: StringToken) {}
    func number(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) {}
    func boolean(_ isTrue: Bool, at start: UnsafePointer<UInt8>) {}
    func null(at start: UnsafePointer<UInt8>) {}
}

extension JSONScanner {
    /// Skips any value; containers without recursion, however deep they are.
    @inline(never)
    package mutating func skipValue() -> Bool {
        var visitor = NoVisitor()
        return walk(&visitor, expecting: .wantsValue)
    }

    /// Shows the value that begins here to `visitor`; false, and nothing of it counts, where it is
    /// broken. Nothing recurses.
    ///
    /// - Parameter expected: the fault where there is no value.
    @inlinable
    package mutating func walk(
        _ visitor: inout some JSONVisitor, expecting expected: JSONFault.Kind
    ) -> Bool {
        var (depth, expected) = (0, expected)
        while true {
            // A value begins here.
            let isObject = byte == UInt8(ascii: "{")
            if isObject || byte == UInt8(ascii: "[") {
                guard depth < mostDepth else { return abandon(depth, .tooDeep) }
                visitor.begin(isObject: isObject, at: position)
                position += 1
                skipWhiteSpace()
                if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    position += 1
                    visitor.end(isObject: isObject, before: position)
                } else {
                    nesting.push(isObject)
                    depth += 1
                    expected = isObject ? .wantsValue : .wantsFirstElement
                    if isObject, !walkKey(&visitor, .wantsFirstKey) { return abandon(depth) }
                    continue
                }
            } else {
                guard walkScalar(&visitor, expected) else { return abandon(depth) }
            }
            // A value ended here.
            guard walkClosings(&visitor, &depth) else { return abandon(depth) }
            if depth == 0 { return true }
            expected = nesting.isObject ? .wantsValue : .wantsElement
        }
    }

    /// Forgets the containers that stay open.
    @usableFromInline
    mutating func abandon(_ depth: Int, _ kind: JSONFault.Kind? = nil) -> Bool {
        for _ in 0..<depth { nesting.pop() }
        if let kind { return fail(kind) }
        return false
    }

    @inlinable
    mutating func walkScalar(
        _ visitor: inout some JSONVisitor, _ expected: JSONFault.Kind
    ) -> Bool {
        let start = position
        switch byte {
        case UInt8(ascii: "\""):
            guard let token = skipString() else { return false }
            visitor.string(token)
        case UInt8(ascii: "-"), 0x30...0x39:
            guard skipNumber() else { return false }
            visitor.number(from: start, to: position)
        case UInt8(ascii: "t") where skipWord("true"): visitor.boolean(true, at: start)
        case UInt8(ascii: "f") where skipWord("false"): visitor.boolean(false, at: start)
        case UInt8(ascii: "n") where skipWord("null"): visitor.null(at: start)
        default: return fail(expected)
        }
        return true
    }

    /// Walks over what closes containers, up to where the next value begins.
    @inlinable
    mutating func walkClosings(_ visitor: inout some JSONVisitor, _ depth: inout Int) -> Bool {
        while depth > 0 {
            skipWhiteSpace()
            let isObject = nesting.isObject
            switch byte {
            case UInt8(ascii: ","):
                position += 1
                skipWhiteSpace()
                return isObject ? walkKey(&visitor, .wantsKey) : true
            case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
                position += 1
                nesting.pop()
                depth -= 1
                visitor.end(isObject: isObject, before: position)
            default: return fail(isObject ? .wantsCommaOrBrace : .wantsCommaOrBracket)
            }
        }
        return true
    }

    /// Walks over a key and its colon, up to where the value begins.
    @inlinable
    mutating func walkKey(
        _ visitor: inout some JSONVisitor, _ expected: JSONFault.Kind
    ) -> Bool {
        guard byte == UInt8(ascii: "\"") else { return fail(expected) }
        guard let token = skipString() else { return false }
        visitor.string(token)
        return skipColon()
    }

    @inlinable
    @inline(__always)
    package mutating func skipColon() -> Bool {
        skipWhiteSpace()
        guard byte == UInt8(ascii: ":") else { return fail(.wantsColon) }
        position += 1
        skipWhiteSpace()
        return true
    }
}

/// The kinds of the open containers, a bit each; the innermost one is the lowest bit of `top`.
@usableFromInline
struct NestingStack {
    @usableFromInline var top: UInt64 = 0
    @usableFromInline var countInTop = 0
    @usableFromInline var below: [UInt64] = []

    @inlinable
    init() {}

    /// Whether the innermost container is an object.
    @inlinable var isObject: Bool { top & 1 != 0 }

    @inlinable
    mutating func push(_ isObject: Bool) {
        if countInTop == 64 {
            below.append(top)
            countInTop = 0
        }
        top = top << 1 | (isObject ? 1 : 0)
        countInTop += 1
    }

    @inlinable
    mutating func pop() {
        top >>= 1
        countInTop -= 1
        if countInTop == 0, let word = below.popLast() {
            top = word
            countInTop = 64
        }
    }
}
