internal import SourceText

/// Bytes as hexadecimal digits in lower case.
package enum HexText {
    package static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(Hexadecimal.digit(byte >> 4))
            text.append(Hexadecimal.digit(byte & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes that an even number of digits spells; nil for anything else.
    package static func bytes(_ text: String) -> [UInt8]? { bytes(text.utf8) }

    static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
        let bytes = text.withContiguousStorageIfAvailable { Self.bytes($0) }
        return bytes ?? Array(text).withUnsafeBufferPointer { Self.bytes($0) }
    }

    private static func bytes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        var high: UInt8?
        for byte in text {
            guard let digit = digit(byte) else { return nil }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return bytes
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
