import SourceText

/// Where the parts of a number's literal are.
struct NumberLiteral {
    let text: UnsafeBufferPointer<UInt8>
    private(set) var isNegative = false
    private(set) var integer = 0..<0
    private(set) var fraction = 0..<0
    private(set) var exponent = 0

    /// Exponents are clamped to this distance from zero, so that adding digit counts cannot
    /// overflow.
    static let largestExponent = 1_000_000_000_000_000_000

    /// Takes `text` apart; nil if it is not a number in the grammar of RFC 8259, section 6.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        var index = 0
        isNegative = skip(UInt8(ascii: "-"), at: &index)
        integer = digits(at: &index)
        guard !integer.isEmpty, integer.count == 1 || text[integer.lowerBound] != 0x30 else {
            return nil
        }
        if skip(UInt8(ascii: "."), at: &index) {
            fraction = digits(at: &index)
            if fraction.isEmpty { return nil }
        }
        if skip(UInt8(ascii: "e"), at: &index) || skip(UInt8(ascii: "E"), at: &index) {
            guard readExponent(at: &index) else { return nil }
        }
        guard index == text.count else { return nil }
    }

    private func skip(_ byte: UInt8, at index: inout Int) -> Bool {
        guard index < text.count, text[index] == byte else { return false }
        index += 1
        return true
    }

    private func digits(at index: inout Int) -> Range<Int> {
        let start = index
        while index < text.count, ASCII.isDigit(text[index]) { index += 1 }
        return start..<index
    }

    private mutating func readExponent(at index: inout Int) -> Bool {
        let isNegative = skip(UInt8(ascii: "-"), at: &index)
        if !isNegative { _ = skip(UInt8(ascii: "+"), at: &index) }
        let range = digits(at: &index)
        for position in range {
            // Beyond the largest every further digit makes it no larger.
            guard exponent < NumberLiteral.largestExponent / 10 else {
                exponent = NumberLiteral.largestExponent
                continue
            }
            exponent = exponent * 10 + Int(text[position] - 0x30)
        }
        if isNegative { exponent = -exponent }
        return !range.isEmpty
    }
}

extension Number {
    init(_ parts: NumberLiteral) {
        self = Number.small(parts) ?? Number.large(parts)
    }

    /// The number, if its digits fit into 64 bits as they are written.
    private static func small(_ parts: NumberLiteral) -> Number? {
        var value: UInt64 = 0
        for range in [parts.integer, parts.fraction] where !range.isEmpty {
            for index in range {
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(UInt64(parts.text[index] - 0x30))
                if overflow || carry { return nil }
                value = sum
            }
        }
        let (digits, zeros) = withoutTrailingZeros(value)
        let exponent = parts.exponent - parts.fraction.count + zeros
        return Number(isNegative: parts.isNegative, digits: .small(digits), exponent: exponent)
    }

    private static func large(_ parts: NumberLiteral) -> Number {
        var digits = parts.text[parts.integer].map { $0 - 0x30 }
        digits += parts.text[parts.fraction].map { $0 - 0x30 }
        let trailing = digits.reversed().prefix { $0 == 0 }.count
        digits.removeLast(trailing)
        digits.removeFirst(digits.prefix { $0 == 0 }.count)
        let exponent = parts.exponent - parts.fraction.count + trailing
        return Number(
            isNegative: parts.isNegative, digits: shortest(digits), exponent: exponent)
    }

    /// The one way to hold these digits: as `small` wherever that is possible.
    private static func shortest(_ digits: [UInt8]) -> Digits {
        guard digits.count <= 20 else { return .large(digits) }
        var value: UInt64 = 0
        for digit in digits {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
            if overflow || carry { return .large(digits) }
            value = sum
        }
        return .small(value)
    }
}
