/// A positive decimal as an event gives it, before a currency says how many minor units it is:
/// `digits` × 10^`exponent`, where `digits` has no trailing zero. Digits beyond 64 bits, which no
/// currency can hold, are clamped.
public struct WrittenAmount: Sendable, Hashable, BitwiseCopyable {
    public let digits: Int64
    public let exponent: Int8

    /// The largest amount in minor units (`spec/formats.md`).
    public static let mostMinorUnits: Int64 = 1_000_000_000_000_000_000

    /// Whether the text may have signs and exponents.
    public enum Spelling: Sendable {
        /// A JSON number token.
        case jsonNumber
        /// A JSON string: written like a JSON number without sign and exponent.
        case string
    }

    /// An amount that was read before.
    package init(digits: Int64, exponent: Int8) {
        self.digits = digits
        self.exponent = exponent
    }

    /// Reads an amount, exactly; nil if it is not spelt as it must be, is not positive, or is more
    /// than any currency could hold.
    ///
    /// - Complexity: O(*n*) in the length of the text, whatever its exponent.
    public init?(_ text: UnsafeBufferPointer<UInt8>, spelling: Spelling) {
        if let common = Self.common(text) {
            self = common
            return
        }
        var scanner = DecimalScanner(text)
        guard scanner.readMantissa(), scanner.digits > 0 else { return nil }
        if spelling == .jsonNumber { scanner.readExponent() }
        guard scanner.isAtEnd, let exponent = scanner.exponent,
            (-Currency.mostFractionDigits...18).contains(exponent),
            Self.isAtMostWholeUnits(scanner.digits, exponent)
        else { return nil }
        self.init(digits: Int64(clamping: scanner.digits), exponent: Int8(exponent))
    }

    /// Reads what nearly all amounts look like, 12 or 12.50, in one pass; nil for anything else.
    @inline(__always)
    private static func common(_ text: UnsafeBufferPointer<UInt8>) -> WrittenAmount? {
        guard (1...15).contains(text.count), text[0] &- 0x31 < 9 else { return nil }
        var digits: Int64 = 0
        var point: Int?
        for position in 0..<text.count {
            let digit = text[position] &- 0x30
            if digit < 10 {
                digits = digits &* 10 &+ Int64(digit)
            } else {
                guard text[position] == UInt8(ascii: "."), point == nil else { return nil }
                point = position
            }
        }
        var exponent = 0
        if let point {
            exponent = point + 1 - text.count
            guard exponent < 0, exponent >= -Currency.mostFractionDigits else { return nil }
        }
        while digits % 10 == 0 {
            digits /= 10
            exponent += 1
        }
        return WrittenAmount(digits: digits, exponent: Int8(truncatingIfNeeded: exponent))
    }

    /// The minor units of an amount that is written with all fraction digits of its currency and less
    /// than fifteen digits in all, as nearly all are; nil for any other, right or wrong. The eight bytes
    /// before the end of the text must be readable, even if they come before it.
    @inlinable
    @inline(__always)
    public static func commonMinorUnits(
        _ text: UnsafePointer<UInt8>, count: Int, fractionDigits: Int
    ) -> Int64? {
        if fractionDigits == 2, count &- 4 < 5, count >= 4, text[0] &- 0x31 < 9 {
            return hundredths(UnsafeRawPointer(text + count - 8), count: count)
        }
        let integerCount = fractionDigits == 0 ? count : count - fractionDigits - 1
        guard integerCount > 0, count <= 15, text[0] &- 0x31 < 9 else { return nil }
        if fractionDigits > 0, text[integerCount] != UInt8(ascii: ".") { return nil }
        var value: Int64 = 0
        for position in 0..<count where position != integerCount {
            let digit = text[position] &- 0x30
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int64(digit)
        }
        return value
    }

    /// Reads up to five digits, a point and two digits, which end the eight bytes at `bytes`.
    @inlinable
    @inline(__always)
    static func hundredths(_ bytes: UnsafeRawPointer, count: Int) -> Int64? {
        let word = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
        let unused = UInt64(truncatingIfNeeded: (8 &- count) &* 8)
        let text = ((word ^ 0x3030_3030_3030_3030) &>> unused) &<< unused
        guard text >> 40 & 0xFF == 0x1E else { return nil }
        // Without the point: eight digits, the first one in the lowest byte.
        var digits = text & 0xFFFF_0000_0000_0000 | text << 8 & 0x0000_FFFF_FFFF_FF00
        let above = digits &+ 0x7676_7676_7676_7676 | digits
        guard above & 0x8080_8080_8080_8080 == 0 else { return nil }
        digits = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
        digits = (digits &* 100 &+ digits >> 16) & 0x0000_FFFF_0000_FFFF
        return Int64((digits &* 10_000 &+ digits >> 32) & 0xFFFF_FFFF)
    }

    /// A currency without fraction digits holds the largest amounts: more than `mostMinorUnits`
    /// whole units fit in none.
    private static func isAtMostWholeUnits(_ digits: Int128, _ exponent: Int) -> Bool {
        let limit = Int128(mostMinorUnits)
        return exponent >= 0
            ? digits <= limit / Int128(powersOfTen[exponent])
            : digits <= limit * Int128(powersOfTen[-exponent])
    }

    /// The number of minor units of `currency`, or nil if it has more fraction digits than the
    /// currency or is more than `mostMinorUnits`.
    public func minorUnits(in currency: Currency) -> Int64? {
        minorUnits(fractionDigits: currency.fractionDigits)
    }

    /// The number of minor units of a currency with so many fraction digits, or nil as above.
    public func minorUnits(fractionDigits: Int) -> Int64? {
        let shift = Int(exponent) + fractionDigits
        guard shift >= 0, shift < powersOfTen.count else { return nil }
        let (value, overflow) = digits.multipliedReportingOverflow(by: powersOfTen[shift])
        return overflow || value > Self.mostMinorUnits ? nil : value
    }
}

/// Scans an unsigned decimal by JSON's grammar and keeps its significant digits.
private struct DecimalScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// The significant digits without trailing zeros; -1 if there are too many to matter.
    private(set) var digits: Int128 = 0
    /// Zeros read after the last digit that is not zero: they count only if another digit follows.
    private var pendingZeros = 0
    private var fractionDigits = 0
    private var writtenExponent: Int? = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    var isAtEnd: Bool { position == text.count }

    /// The power of ten of the last significant digit, nil if it is too large to matter.
    var exponent: Int? {
        writtenExponent.map { $0 + pendingZeros - fractionDigits }
    }

    mutating func readMantissa() -> Bool {
        let integerStart = position
        readDigits()
        let integerDigits = position - integerStart
        guard integerDigits > 0, integerDigits == 1 || text[integerStart] != 0x30 else {
            return false
        }
        guard position < text.count, text[position] == UInt8(ascii: ".") else { return true }
        position += 1
        let fractionStart = position
        readDigits()
        fractionDigits = position - fractionStart
        return fractionDigits > 0
    }

    private mutating func readDigits() {
        while position < text.count, text[position] &- 0x30 < 10 {
            append(Int128(text[position] &- 0x30))
            position += 1
        }
    }

    private mutating func append(_ digit: Int128) {
        guard digits >= 0 else { return }
        guard digit != 0 else {
            pendingZeros += digits == 0 ? 0 : 1
            return
        }
        for _ in 0...pendingZeros {
            // Stops at once: more than `most` matters as little as any number above it.
            guard digits <= Self.most else {
                digits = -1
                return
            }
            digits *= 10
        }
        digits += digit
        pendingZeros = 0
    }

    /// Only 10¹⁸ whole units with four fraction digits can matter, which is 10²². One digit more
    /// is still far below what 128 bits hold.
    private static let most: Int128 = 10_000_000_000_000_000_000_000

    /// Reads `e`, an optional sign and digits, if they are there and complete.
    mutating func readExponent() {
        guard position < text.count, text[position] | 0x20 == UInt8(ascii: "e") else { return }
        var end = position + 1
        let isNegative = end < text.count && text[end] == UInt8(ascii: "-")
        if isNegative || (end < text.count && text[end] == UInt8(ascii: "+")) { end += 1 }
        let start = end
        var value = 0
        while end < text.count, text[end] &- 0x30 < 10 {
            // Saturates far above the length of any text that could bring it back into range.
            value = min(value * 10 + Int(text[end] &- 0x30), 1 << 40)
            end += 1
        }
        guard end > start else { return }
        position = end
        writtenExponent = value == 1 << 40 ? nil : isNegative ? -value : value
    }
}
