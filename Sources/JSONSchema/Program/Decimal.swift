/// A number of at most 18 digits: `mantissa` / 10^`scale`. Exact, and compared without allocation;
/// every other number is left to `Number`.
struct Decimal: Sendable, BitwiseCopyable {
    var mantissa: Int64
    /// At most 18.
    var scale: Int

    static let zero = Decimal(mantissa: 0, scale: 0)

    private init(mantissa: Int64, scale: Int) {
        self.mantissa = mantissa
        self.scale = scale
    }

    /// Reads a literal of valid JSON; nil if it has an exponent or too many digits.
    @inline(__always)
    init?(_ literal: UnsafeBufferPointer<UInt8>) {
        guard literal.count <= 19 else { return nil }
        var value: Int64 = 0
        var index = literal.first == UInt8(ascii: "-") ? 1 : 0
        let isNegative = index == 1
        var digits = 0
        var point = literal.count
        while index < literal.count {
            let digit = literal[index] &- 0x30
            if digit < 10 {
                value = value &* 10 &+ Int64(digit)
                digits &+= 1
            } else if literal[index] == UInt8(ascii: ".") {
                point = index + 1
            } else {
                return nil
            }
            index &+= 1
        }
        guard digits <= 18 else { return nil }
        mantissa = isNegative ? -value : value
        scale = literal.count - point
    }

    /// Negative, zero or positive as this number is less than, equal to or greater than `other`.
    @inline(__always)
    func compared(to other: Decimal) -> Int {
        if scale == other.scale {
            return mantissa < other.mantissa ? -1 : mantissa == other.mantissa ? 0 : 1
        }
        let mine = Int128(mantissa) * Int128(Decimal.powers[other.scale])
        let others = Int128(other.mantissa) * Int128(Decimal.powers[scale])
        return mine < others ? -1 : mine == others ? 0 : 1
    }

    /// Whether this is a whole multiple of `divisor`, which is positive; nil if it takes more than
    /// 64 bits to find out.
    @inline(__always)
    func isMultiple(of divisor: Decimal) -> Bool? {
        if scale <= divisor.scale {
            let power = Decimal.powers[divisor.scale - scale]
            let (value, overflows) = mantissa.multipliedReportingOverflow(by: power)
            return overflows ? nil : value % divisor.mantissa == 0
        }
        let power = Decimal.powers[scale - divisor.scale]
        let (step, overflows) = divisor.mantissa.multipliedReportingOverflow(by: power)
        return overflows ? nil : mantissa % step == 0
    }

    /// The whole number that this is, if it is one.
    var integer: Int64? {
        let power = Decimal.powers[scale]
        return mantissa % power == 0 ? mantissa / power : nil
    }

    private static let powers: InlineArray<19, Int64> = [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000,
        10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
        1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
        1_000_000_000_000_000_000,
    ]
}
