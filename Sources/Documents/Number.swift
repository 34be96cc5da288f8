/// An exact decimal number, as written: never rounded, whatever its size.
///
/// The value is ±`digits` × 10^`exponent`, where `digits` is a whole number that does not end in
/// zero (zero itself is 0 × 10^0), so that equal numbers have equal parts: `1`, `1.0` and `10e-1`
/// are one number. Exponents beyond ±10^18 count as ±10^18.
public struct Number: Sendable, Hashable {
    let isNegative: Bool
    let digits: Digits
    let exponent: Int

    /// The significant digits; `large` only where they do not fit into 64 bits.
    enum Digits: Sendable, Hashable {
        case small(UInt64)
        /// The digits' values, most significant first.
        case large([UInt8])
    }

    /// Reads a number in the grammar of RFC 8259, section 6.
    ///
    /// - Complexity: O(*bytes*), however large the exponent is.
    public init?(literal: UnsafeBufferPointer<UInt8>) {
        guard let parts = NumberLiteral(literal) else { return nil }
        self.init(parts)
    }

    /// A whole number.
    public init(_ value: Int) {
        let (digits, zeros) = Number.withoutTrailingZeros(UInt64(value.magnitude))
        self.init(isNegative: value < 0, digits: .small(digits), exponent: zeros)
    }

    init(isNegative: Bool, digits: Digits, exponent: Int) {
        let isZero = digits == .small(0)
        self.isNegative = isNegative && !isZero
        self.digits = digits
        self.exponent = isZero ? 0 : exponent
    }

    /// Whether this is zero.
    public var isZero: Bool { digits == .small(0) }

    /// Whether this is a whole number, however it is written.
    public var isInteger: Bool { exponent >= 0 }

    /// The value as an `Int`, if it is a whole number within its range.
    public var integer: Int? {
        guard case .small(let value) = digits, isInteger, exponent < 20 else { return nil }
        var magnitude = value
        for _ in 0..<exponent {
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            magnitude = product
        }
        if isNegative && magnitude == Int.min.magnitude { return Int.min }
        return Int(exactly: magnitude).map { isNegative ? -$0 : $0 }
    }

    static func withoutTrailingZeros(_ value: UInt64) -> (digits: UInt64, zeros: Int) {
        var value = value
        var zeros = 0
        while value != 0 && value % 10 == 0 {
            value /= 10
            zeros += 1
        }
        return (value, zeros)
    }
}

extension Number: CustomStringConvertible {
    /// The value in JSON's grammar: plain where it is short, with an exponent where it is not.
    public var description: String {
        let sign = isNegative ? "-" : ""
        let text = digitText
        let order = exponent + text.utf8.count
        if exponent >= 0 && order <= 21 {
            return sign + text + String(repeating: "0", count: exponent)
        }
        if exponent < 0 && order > 0 {
            return sign + text.prefix(order) + "." + text.dropFirst(order)
        }
        if exponent < 0 && order > -6 {
            return sign + "0." + String(repeating: "0", count: -order) + text
        }
        let fraction = text.utf8.count > 1 ? "." + text.dropFirst() : ""
        return sign + text.prefix(1) + fraction + "e" + String(order - 1)
    }

    private var digitText: String {
        switch digits {
        case .small(let value): String(value)
        case .large(let digits): String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
        }
    }
}
