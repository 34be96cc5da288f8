/// Names for the bytes that the readers look for.
public enum ASCII {
    public static let tab: UInt8 = 0x09
    public static let lineFeed: UInt8 = 0x0A
    public static let carriageReturn: UInt8 = 0x0D
    public static let space: UInt8 = 0x20
    public static let quote: UInt8 = 0x22
    public static let backslash: UInt8 = 0x5C

    @inlinable
    public static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == lineFeed || byte == carriageReturn
    }

    @inlinable
    public static func isDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10
    }

    @inlinable
    public static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26
    }

    @inlinable
    package static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte)
    }
}

/// Checks of UTF-8.
public enum UTF8Bytes {
    @inlinable
    public static func isContinuation(_ byte: UInt8) -> Bool {
        byte & 0xC0 == 0x80
    }

    /// The number of bytes in the character that begins with `byte`, in valid UTF-8.
    public static func characterCount(startingWith byte: UInt8) -> Int {
        switch byte {
        case 0xF0...: 4
        case 0xE0...: 3
        case 0xC0...: 2
        default: 1
        }
    }

    /// The offset of the first byte that is not part of valid UTF-8, or nil if all are.
    ///
    /// Runs of ASCII, which most inputs consist of, are checked eight bytes at a time.
    public static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var start = 0
        while start < bytes.count {
            var end = min(start + stretch, bytes.count)
            if !isASCII(bytes[start..<end]) {
                // Characters are not cut: what continues one belongs to this stretch.
                while end < bytes.count, isContinuation(bytes[end]) { end += 1 }
                let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
                if let offset = firstInvalidOffset(inShort: part) { return start + offset }
            }
            start = end
        }
        return nil
    }

    private static let stretch = 256

    private static func firstInvalidOffset(inShort bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        do {
            _ = try unsafe UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    private static func isASCII(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let raw = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes))
        var bits: UInt64 = 0
        var offset = 0
        while offset + 8 <= raw.count {
            bits |= raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            offset += 8
        }
        while offset < raw.count {
            bits |= UInt64(raw[offset])
            offset += 1
        }
        return bits & 0x8080_8080_8080_8080 == 0
    }

    /// The offset of the first byte that is not part of valid UTF-8, or nil if all are.
    public static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { firstInvalidOffset(in: $0) }
    }
}

/// Byte-wise order of strings, so that no Unicode normalisation hides a difference.
public enum ByteOrder {
    /// Whether `left` comes before `right` when their UTF-8 bytes are compared.
    public static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// Whether both strings have the same bytes. `==` would also equate NFC with NFD.
    public static func equal(_ left: String, _ right: String) -> Bool {
        if left.utf8.count != right.utf8.count { return false }
        let isEqual = left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { right in
                UnsafeRawBufferPointer(left).elementsEqual(UnsafeRawBufferPointer(right))
            }
        }
        return (isEqual ?? nil) ?? left.utf8.elementsEqual(right.utf8)
    }
}
