extension Number {
    /// How many significant digits the number has.
    public var significantDigits: Int { digitCount }

    /// Whether this is `other` times a whole number; only zero is a multiple of zero.
    ///
    /// With *m* for the digits and *e* for the exponents, that is whether m × 10^(e − e′) is
    /// divisible by m′. As m does not end in zero, it never is where e < e′. Where e ≥ e′, the
    /// powers of ten only cancel factors 2 and 5 of m′, which are fewer than m′ has bits:
    /// more powers than that change nothing, so a huge exponent costs nothing.
    ///
    /// - Complexity: O(*digits* × *digits of* `other`).
    public func isMultiple(of other: Number) -> Bool {
        if isZero || other.isZero { return isZero }
        guard exponent >= other.exponent else { return false }
        let shift = exponent - other.exponent
        switch (digits, other.digits) {
        case (.small(let mine), .small(let others)) where shift == 0:
            return mine % others == 0
        case (_, .small(let divisor)):
            return remainder(shiftedBy: min(shift, 64), dividedBy: divisor) == 0
        case (_, .large(let divisor)):
            let zeros = min(shift, 4 * divisor.count)
            return LongRemainder(divisor: divisor).isZero(for: digitValues, zeros: zeros)
        }
    }

    private func remainder(shiftedBy shift: Int, dividedBy divisor: UInt64) -> UInt64 {
        let divisor = UInt128(divisor)
        var rest: UInt128 = 0
        switch digits {
        case .small(let value): rest = UInt128(value) % divisor
        case .large(let digits):
            for digit in digits { rest = (rest * 10 + UInt128(digit)) % divisor }
        }
        for _ in 0..<shift where rest != 0 { rest = rest * 10 % divisor }
        return UInt64(truncatingIfNeeded: rest)
    }
}

/// Long division by a number too large for a machine word; only the remainder is kept.
private struct LongRemainder {
    /// Nine decimal digits a limb, the least significant limb first.
    private let divisor: [UInt32]
    private static let base: UInt64 = 1_000_000_000

    init(divisor digits: [UInt8]) {
        var limbs: [UInt32] = []
        var end = digits.count
        while end > 0 {
            let start = max(end - 9, 0)
            limbs.append(digits[start..<end].reduce(0) { $0 * 10 + UInt32($1) })
            end = start
        }
        divisor = limbs + [0]
    }

    /// Whether the number with these digits and `zeros` zeros after them is divisible.
    func isZero(for digits: [UInt8], zeros: Int) -> Bool {
        var rest = [UInt32](repeating: 0, count: divisor.count)
        for digit in digits { append(digit, to: &rest) }
        for _ in 0..<zeros { append(0, to: &rest) }
        return rest.allSatisfy { $0 == 0 }
    }

    private func append(_ digit: UInt8, to rest: inout [UInt32]) {
        var carry = UInt64(digit)
        for index in rest.indices {
            let value = UInt64(rest[index]) * 10 + carry
            rest[index] = UInt32(value % LongRemainder.base)
            carry = value / LongRemainder.base
        }
        while !isBelowDivisor(rest) { subtractDivisor(from: &rest) }
    }

    private func isBelowDivisor(_ rest: [UInt32]) -> Bool {
        for index in rest.indices.reversed() where rest[index] != divisor[index] {
            return rest[index] < divisor[index]
        }
        return false
    }

    private func subtractDivisor(from rest: inout [UInt32]) {
        var borrow: Int64 = 0
        for index in rest.indices {
            let difference = Int64(rest[index]) - Int64(divisor[index]) - borrow
            borrow = difference < 0 ? 1 : 0
            rest[index] = UInt32(difference + borrow * Int64(LongRemainder.base))
        }
    }
}
