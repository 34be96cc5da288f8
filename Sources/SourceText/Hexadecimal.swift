/// Hexadecimal digits.
@usableFromInline
package enum Hexadecimal {
    /// The value of a digit in either case; nil for any other byte.
    @inlinable
    package static func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    @inlinable
    package static func isDigit(_ byte: UInt8) -> Bool {
        ASCII.isDigit(byte) || (byte | 0x20) &- 0x61 < 6
    }

    /// The digit in lower case for a value below 16.
    package static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// The two digits of `byte`: in upper case, as in U+000A.
    package static func pair(_ byte: UInt8) -> String { lowerPair(byte).uppercased() }

    /// The two digits of `byte`: in lower case, as in `\u000a`.
    package static func lowerPair(_ byte: UInt8) -> String {
        String(decoding: [digit(byte >> 4), digit(byte & 15)], as: UTF8.self)
    }
}
