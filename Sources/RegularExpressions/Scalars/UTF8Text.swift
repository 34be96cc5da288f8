/// A text of UTF-8 bytes, read one scalar at a time in either direction.
///
/// The bytes are expected to be valid. If they are not, what matches is unspecified, but no byte
/// outside the buffer is read, and every step makes progress.
struct UTF8Text {
    let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    /// The scalar that starts at `position`, and moves beyond it.
    ///
    /// - Precondition: `position` is before the end.
    @inline(__always)
    func scalar(after position: inout Int) -> UInt32 {
        let byte = bytes[position]
        position += 1
        return byte < 0x80 ? UInt32(byte) : sequence(startingWith: byte, at: &position)
    }

    /// The scalar that ends at `position`, and moves before it.
    ///
    /// - Precondition: `position` is after the start.
    func scalar(before position: inout Int) -> UInt32 {
        position -= 1
        while position > 0, bytes[position] & 0xC0 == 0x80 { position -= 1 }
        var start = position
        return scalar(after: &start)
    }

    /// The rest of a scalar of several bytes.
    private func sequence(startingWith byte: UInt8, at position: inout Int) -> UInt32 {
        let length = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
        var scalar = UInt32(byte) & (0x3F >> UInt32(length))
        for _ in 0..<length where position < bytes.count {
            scalar = scalar << 6 | UInt32(bytes[position] & 0x3F)
            position += 1
        }
        return min(scalar, ScalarSet.last)
    }
}

/// What the assertions ask of a position.
extension UTF8Text {
    /// `\b`: only one of its neighbours is a word character, which all are single bytes.
    func isWordBoundary(_ position: Int) -> Bool {
        let before = position > 0 && Self.isWord(bytes[position - 1])
        let after = position < count && Self.isWord(bytes[position])
        return before != after
    }

    /// `^` under the flag `m`.
    func isLineStart(_ position: Int) -> Bool {
        var position = position
        return position == 0 || ScalarSet.lineTerminators.contains(scalar(before: &position))
    }

    /// `$` under the flag `m`.
    func isLineEnd(_ position: Int) -> Bool {
        var position = position
        return position == count || ScalarSet.lineTerminators.contains(scalar(after: &position))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
            true
        default:
            false
        }
    }
}
