/// A set of ASCII characters.
@frozen
@usableFromInline
package struct ASCIISet: Sendable {
    @usableFromInline var low: UInt64 = 0
    @usableFromInline var high: UInt64 = 0

    /// Letters and digits, and the characters of `others`.
    package init(alphanumericsAnd others: StaticString) {
        for byte in UInt8(0)..<128 where ASCII.isLetterOrDigit(byte) { insert(byte) }
        others.withUTF8Buffer { for byte in $0 { insert(byte) } }
    }

    /// Every printable character but those of `excluded`.
    package init(printableExcept excluded: StaticString) {
        excluded.withUTF8Buffer { excluded in
            for byte in UInt8(0x21)..<0x7F where !excluded.contains(byte) { insert(byte) }
        }
    }

    private mutating func insert(_ byte: UInt8) {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }

    @inlinable
    package func contains(_ byte: UInt8) -> Bool {
        let word = byte < 64 ? low : high
        return byte < 128 && word >> UInt64(byte & 63) & 1 != 0
    }
}
