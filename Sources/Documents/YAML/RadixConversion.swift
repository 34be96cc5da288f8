import SourceText

/// Exact conversion of hexadecimal and octal integers to decimal.
enum RadixConversion {
    /// The decimal digits of the number whose digits, of `bits` bits each, are `digits`.
    ///
    /// - Complexity: O(*digits*²); the caller bounds them.
    static func decimal(bits: Int, digits: ArraySlice<UInt8>) -> [UInt8] {
        var limbs: [UInt64] = [0]  // least significant first, each below `base`
        for digit in digits {
            var carry = UInt64(Hexadecimal.value(digit) ?? 0)
            for index in limbs.indices {
                let value = (limbs[index] << UInt64(bits)) + carry
                limbs[index] = value % base
                carry = value / base
            }
            if carry > 0 { limbs.append(carry) }
        }
        var result = Array(String(limbs[limbs.count - 1]).utf8)
        for limb in limbs.dropLast().reversed() {
            let text = String(limb).utf8
            result += repeatElement(UInt8(ascii: "0"), count: digitsPerLimb - text.count)
            result += text
        }
        return result
    }

    private static let base: UInt64 = 1_000_000_000_000_000_000
    private static let digitsPerLimb = 18
}
