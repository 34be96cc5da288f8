/// Writes amounts with all fraction digits of their currency (contract, section 4).
public enum AmountText {
    /// The longest text in bytes: 128 bits have at most 39 digits.
    public static let longest = 48

    /// Writes `value` × 10^−`fractionDigits`, all fraction digits included, to memory with room for
    /// `longest` bytes; gives their number. Neither is negative, and there are at most nine fraction
    /// digits.
    public static func write(
        _ value: Int128, fractionDigits: Int, to base: UnsafeMutablePointer<UInt8>
    ) -> Int {
        precondition(value >= 0, "amounts and their sums are never negative")
        var rest = value
        var length = 0
        // Backwards, from the end of the room.
        func append(_ byte: UInt8) {
            length += 1
            base[longest - length] = byte
        }
        var digits = 0
        while rest > 0 || digits <= fractionDigits {
            if digits == fractionDigits && digits > 0 { append(UInt8(ascii: ".")) }
            if let small = UInt64(exactly: rest) {
                append(0x30 + UInt8(truncatingIfNeeded: small % 10))
                rest = Int128(small / 10)
            } else {
                append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            }
            digits += 1
        }
        for offset in 0..<length { base[offset] = base[longest - length + offset] }
        return length
    }

    /// `minorUnits` as a decimal: `100.00` for 10,000 cents.
    public static func string(_ minorUnits: Int128, in currency: Currency) -> String {
        String(unsafeUninitializedCapacity: longest) { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return write(minorUnits, fractionDigits: currency.fractionDigits, to: base)
        }
    }
}
