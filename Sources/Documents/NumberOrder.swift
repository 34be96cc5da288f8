extension Number: Comparable {
    /// The order of the exact values.
    public static func < (left: Number, right: Number) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        if left.isNegative { return right.magnitudePrecedes(left) }
        return left.magnitudePrecedes(right)
    }

    private func magnitudePrecedes(_ other: Number) -> Bool {
        if case .small(let mine) = digits, case .small(let others) = other.digits {
            if exponent == other.exponent { return mine < others }
            if mine == 0 || others == 0 { return mine < others }
        }
        let order = self.order
        let otherOrder = other.order
        if order != otherOrder { return order < otherOrder }
        return digitsPrecede(other)
    }

    /// The power of ten just above the magnitude.
    private var order: Int {
        if isZero { return -NumberLiteral.largestExponent * 2 }
        return exponent + digitCount
    }

    var digitCount: Int {
        switch digits {
        case .small(let value): value == 0 ? 1 : Number.decimalDigits(of: value)
        case .large(let digits): digits.count
        }
    }

    private static func decimalDigits(of value: UInt64) -> Int {
        var count = 0
        var rest = value
        while rest != 0 {
            rest /= 10
            count += 1
        }
        return count
    }

    /// Whether the digits, read as a fraction after a decimal point, are the smaller ones.
    private func digitsPrecede(_ other: Number) -> Bool {
        if case .small(let mine) = digits, case .small(let others) = other.digits {
            let shift = digitCount - other.digitCount
            let scaled = UInt128(mine) * Number.powerOfTen(max(-shift, 0))
            return scaled < UInt128(others) * Number.powerOfTen(max(shift, 0))
        }
        return digitValues.lexicographicallyPrecedes(other.digitValues)
    }

    private static func powerOfTen(_ exponent: Int) -> UInt128 {
        var power: UInt128 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }

    /// The digits' values, most significant first.
    var digitValues: [UInt8] {
        switch digits {
        case .large(let digits): digits
        case .small(let value): String(value).utf8.map { $0 - 0x30 }
        }
    }
}
