/// Walks over strict JSON (RFC 8259) without building anything: it says where strings, numbers and
/// nested values begin and end, and where the text is broken.
///
/// This is the hot loop of a replay. It reads through pointers without looking at `end` at every
/// step: behind the text stands a line feed or a zero byte, which no token takes, and then memory
/// that may be read (see `ByteSlice.padding`). Whoever makes a scanner sees to it.
struct JSONScanner {
    var position: UnsafePointer<UInt8>
    var end: UnsafePointer<UInt8>
    /// In a line of NDJSON a line feed ends the text; in an array it is white space.
    let allowsLineFeed: Bool
    /// The first escape that is half of a surrogate pair: such text has no Unicode scalars.
    var loneSurrogate: UnsafePointer<UInt8>?
    var fault: JSONFault?
    /// The open containers of the nested value that is being skipped.
    var nesting = NestingStack()

    init(
        _ position: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, allowsLineFeed: Bool
    ) {
        self.position = position
        self.end = end
        self.allowsLineFeed = allowsLineFeed
    }

    /// The next byte; behind the end, one that is valid nowhere.
    @inline(__always)
    var byte: UInt8 { position.pointee }

    @inline(__always)
    mutating func skipWhiteSpace() {
        if position.pointee <= 0x20 { skipSpaces() }
    }

    @inline(never)
    private mutating func skipSpaces() {
        while position < end {
            switch position.pointee {
            case 0x20, 0x09, 0x0D: position += 1
            case 0x0A where allowsLineFeed: position += 1
            default: return
            }
        }
    }

    @inline(never)
    mutating func fail(_ kind: JSONFault.Kind) -> Bool {
        if fault == nil { fault = JSONFault(kind, position) }
        return false
    }

    /// Skips a number token.
    @inline(never)
    mutating func skipNumber() -> Bool {
        if byte == UInt8(ascii: "-") { position += 1 }
        if byte == UInt8(ascii: "0") {
            position += 1
        } else if !skipDigits() {
            return fail(.badNumber)
        }
        if byte == UInt8(ascii: ".") {
            position += 1
            guard skipDigits() else { return fail(.badNumber) }
        }
        if byte | 0x20 == UInt8(ascii: "e") {
            position += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
            guard skipDigits() else { return fail(.badNumber) }
        }
        return byte &- 0x30 < 10 ? fail(.badNumber) : true
    }

    private mutating func skipDigits() -> Bool {
        let start = position
        while byte &- 0x30 < 10 { position += 1 }
        return position > start
    }

    mutating func skipLiteral(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard end - position >= count, Memory.equal(position, text.utf8Start, count) else {
            return fail(.badLiteral)
        }
        position += count
        return true
    }
}
