internal import SourceText

/// Walks over strict JSON (RFC 8259) without building anything: it says where strings, numbers and
/// nested values begin and end, and where the text is broken. Documents and events are read by it.
///
/// It is the hot loop of a replay, and reads through pointers without looking at `end` at every step:
/// a control character, which no token takes, must follow the text, and then memory that may be read,
/// `padding` bytes in all. Whoever makes a scanner sees to it.
@usableFromInline
package struct JSONScanner {
    @usableFromInline package var position: UnsafePointer<UInt8>
    @usableFromInline package var end: UnsafePointer<UInt8>
    /// Where the text begins, for those who look back at what precedes a fault.
    let start: UnsafePointer<UInt8>
    /// In a line of NDJSON a line feed ends the text; elsewhere it is white space.
    @usableFromInline package let allowsLineFeed: Bool
    /// How deep arrays and objects may be nested.
    @usableFromInline let mostDepth: Int
    /// The first escape that is half of a surrogate pair: such text has no Unicode scalars.
    package var loneSurrogate: UnsafePointer<UInt8>?
    package var fault: JSONFault?
    /// The open containers of the value that is being walked over.
    @usableFromInline var nesting = NestingStack()

    /// How many bytes after the text can be read; all but the first may hold anything.
    package static let padding = 64

    package init(
        _ position: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, allowsLineFeed: Bool,
        mostDepth: Int = .max
    ) {
        self.position = position
        self.end = end
        start = position
        self.allowsLineFeed = allowsLineFeed
        self.mostDepth = mostDepth
    }

    /// The next byte; at the end, one that is valid nowhere.
    @inlinable
    @inline(__always)
    package var byte: UInt8 { position.pointee }

    @inlinable
    @inline(__always)
    package mutating func skipWhiteSpace() {
        guard position.pointee <= 0x20 else { return }
        // Mostly it is one space.
        if position < end, position.pointee == 0x20, position[1] > 0x20 {
            position += 1
        } else {
            skipSpaces()
        }
    }

    @usableFromInline
    @inline(never)
    mutating func skipSpaces() {
        while position < end {
            switch position.pointee {
            case 0x20, 0x09, 0x0D: position += 1
            case 0x0A where allowsLineFeed: position += 1
            default: return
            }
        }
    }

    @usableFromInline
    @inline(never)
    package mutating func fail(_ kind: JSONFault.Kind) -> Bool {
        fail(kind, at: position)
    }

    mutating func fail(_ kind: JSONFault.Kind, at position: UnsafePointer<UInt8>) -> Bool {
        if fault == nil { fault = JSONFault(kind, position) }
        return false
    }

    /// Skips a number token.
    @usableFromInline
    @inline(never)
    package mutating func skipNumber() -> Bool {
        let start = position
        if byte == UInt8(ascii: "-") { position += 1 }
        if byte == UInt8(ascii: "0") {
            position += 1
            if ASCII.isDigit(byte) { return fail(.leadingZero, at: start) }
        } else if !skipDigits() {
            return fail(.wantsDigitAfterMinus)
        }
        if byte == UInt8(ascii: ".") {
            position += 1
            guard skipDigits() else { return fail(.wantsDigitAfterPoint) }
        }
        if byte | 0x20 == UInt8(ascii: "e") {
            position += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
            guard skipDigits() else { return fail(.wantsDigitInExponent) }
        }
        return true
    }

    private mutating func skipDigits() -> Bool {
        let start = position
        while ASCII.isDigit(byte) { position += 1 }
        return position > start
    }

    /// Skips `word` if it is here.
    @usableFromInline
    package mutating func skipWord(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard end - position >= count else { return false }
        for index in 0..<count where position[index] != word.utf8Start[index] { return false }
        position += count
        return true
    }
}
