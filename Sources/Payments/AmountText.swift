/// Writes amounts with all fraction digits of their currency (`spec/formats.md`).
public enum AmountText {
    /// The longest text in bytes: 128 bits have at most 39 digits.
    public static let longest = 48

    /// Writes `value` × 10^−`fractionDigits`, all fraction digits included, to memory with room for
    /// `longest` bytes; returns their number. Neither is negative, and there are at most nine fraction
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
    @inlinable
    @inline(__always)
    public static func write(
        _ value: UInt64, fractionDigits: Int, to base: UnsafeMutablePointer<UInt8>
    ) -> Int {
        guard fractionDigits == 2, value < 10_000_000_000 else {
            return writeAny(value, fractionDigits: fractionDigits, to: base)
        }
        // What nearly all amounts are: less than a hundred million with two fraction digits.
        let units = value / 100
        let cents = value &- units &* 100
        let digits = eightDigits(units)
        let zeros = digits == 0 ? 7 : digits.trailingZeroBitCount >> 3
        let raw = UnsafeMutableRawPointer(base)
        let text = (digits | 0x3030_3030_3030_3030) >> UInt64(zeros * 8)
        raw.storeBytes(of: text.littleEndian, as: UInt64.self)
        let count = 8 &- zeros
        let tens = (cents &* 103) >> 10
        let end = UInt32(truncatingIfNeeded: 0x30_302E | tens << 8 | (cents &- tens &* 10) << 16)
        raw.storeBytes(of: end.littleEndian, toByteOffset: count, as: UInt32.self)
        return count &+ 3
    }

    /// The eight decimal digits of a number below 10⁸, the first one in the lowest byte: each step
    /// cuts all parts in two at once.
    @inlinable
    @inline(__always)
    static func eightDigits(_ value: UInt64) -> UInt64 {
        let upper = value / 10_000
        let fours = upper | (value &- upper &* 10_000) << 32
        let hundreds = (fours &* 10_486) >> 20 & 0x7F_0000_007F
        let pairs = hundreds | (fours &- hundreds &* 100) << 16
        let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
        return tens | (pairs &- tens &* 10) << 8
    }

    @usableFromInline
    @inline(never)
    static func writeAny(
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
