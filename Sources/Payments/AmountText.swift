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
        if let small = UInt64(exactly: value) {
            return write(small, fractionDigits: fractionDigits, to: base)
        }
        let (high, low) = value.quotientAndRemainder(dividingBy: 10_000_000_000_000_000)
        // Sixteen digits at the end, more than there are fraction digits.
        let integer = write(high, fractionDigits: 0, to: base)
        return integer
            + write(
                UInt64(low), fractionDigits: fractionDigits, digits: 16, to: base + integer)
    }

    /// Writes `value` × 10^−`fractionDigits` like its namesake.
    public static func write(
        _ value: UInt64, fractionDigits: Int, to base: UnsafeMutablePointer<UInt8>
    ) -> Int {
        write(
            value, fractionDigits: fractionDigits,
            digits: max(digitCount(value), fractionDigits + 1), to: base)
    }

    /// Writes exactly `digits` digits, leading zeros included.
    private static func write(
        _ value: UInt64, fractionDigits: Int, digits: Int, to base: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let length = fractionDigits > 0 ? digits + 1 : digits
        var (rest, position) = (value, length)
        for _ in 0..<fractionDigits {
            position -= 1
            base[position] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        if fractionDigits > 0 {
            position -= 1
            base[position] = UInt8(ascii: ".")
        }
        while position > 0 {
            position -= 1
            base[position] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        return length
    }

    private static func digitCount(_ value: UInt64) -> Int {
        var (count, limit) = (1, UInt64(10))
        while count < 20, value >= limit {
            count += 1
            if count == 20 { break }
            limit *= 10
        }
        return count
    }

    /// `minorUnits` as a decimal: `100.00` for 10,000 cents.
    public static func string(_ minorUnits: Int128, in currency: Currency) -> String {
        String(unsafeUninitializedCapacity: longest) { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return write(minorUnits, fractionDigits: currency.fractionDigits, to: base)
        }
    }
}
