import SourceText

/// The core schema of YAML 1.2 (section 10.3.2): what a plain scalar is.
enum CoreSchema {
    enum Value: Equatable {
        case null
        case boolean(Bool)
        /// In decimal digits with an optional `-`, as JSON writes it.
        case integer([UInt8])
        /// In JSON's grammar, with the same digits.
        case float([UInt8])
        /// An integer in another base, whose conversion is left to the caller.
        case radix(bits: Int, digits: ArraySlice<UInt8>)
        case notFinite
        case string
    }

    static func resolve(_ text: [UInt8]) -> Value {
        guard let first = text.first else { return .null }
        switch first {
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
            return isAny(text, ["~", "null", "Null", "NULL"]) ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            return isAny(text, ["true", "True", "TRUE"]) ? .boolean(true) : .string
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            return isAny(text, ["false", "False", "FALSE"]) ? .boolean(false) : .string
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return number(text)
        default: return .string
        }
    }

    private static func number(_ text: [UInt8]) -> Value {
        if let radix = radixNumber(text) { return radix }
        if isNotFinite(text) { return .notFinite }
        guard let parts = DecimalParts(text) else { return .string }
        return parts.isInteger ? .integer(parts.literal) : .float(parts.literal)
    }

    private static func radixNumber(_ text: [UInt8]) -> Value? {
        guard text.count > 2, text[0] == UInt8(ascii: "0") else { return nil }
        let digits = text[2...]
        switch text[1] {
        case UInt8(ascii: "x"):
            return digits.allSatisfy { Hexadecimal.value($0) != nil }
                ? .radix(bits: 4, digits: digits) : nil
        case UInt8(ascii: "o"):
            return digits.allSatisfy { $0 &- 0x30 < 8 } ? .radix(bits: 3, digits: digits) : nil
        default: return nil
        }
    }

    private static func isNotFinite(_ text: [UInt8]) -> Bool {
        let signed = text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-")
        let rest = signed ? Array(text[1...]) : text
        return isAny(rest, [".inf", ".Inf", ".INF"])
            || !signed && isAny(rest, [".nan", ".NaN", ".NAN"])
    }

    private static func isAny(_ text: [UInt8], _ words: [StaticString]) -> Bool {
        words.contains { word in
            word.utf8CodeUnitCount == text.count
                && word.withUTF8Buffer { $0.elementsEqual(text) }
        }
    }
}

/// A decimal number of the core schema, taken apart: `[-+]? (\.[0-9]+ | [0-9]+(\.[0-9]*)?)
/// ([eE][-+]?[0-9]+)?`.
private struct DecimalParts {
    private let isNegative: Bool
    private let whole: ArraySlice<UInt8>
    private let hasPoint: Bool
    private let fraction: ArraySlice<UInt8>
    /// From the `e` on; empty without one.
    private let exponent: ArraySlice<UInt8>

    init?(_ text: [UInt8]) {
        var rest = text[...]
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        whole = rest.prefix(while: ASCII.isDigit)
        rest.removeFirst(whole.count)
        hasPoint = rest.first == UInt8(ascii: ".")
        if hasPoint { rest.removeFirst() }
        fraction = hasPoint ? rest.prefix(while: ASCII.isDigit) : []
        rest.removeFirst(fraction.count)
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        exponent = rest
        guard let mark = rest.first else { return }
        guard mark | 0x20 == UInt8(ascii: "e") else { return nil }
        rest.removeFirst()
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
            rest.removeFirst()
        }
        guard !rest.isEmpty, rest.allSatisfy(ASCII.isDigit) else { return nil }
    }

    var isInteger: Bool { !hasPoint && exponent.isEmpty }

    /// The number in JSON's grammar.
    var literal: [UInt8] {
        var result: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
        let digits = whole.drop { $0 == UInt8(ascii: "0") }
        result += digits.isEmpty ? [UInt8(ascii: "0")] : digits
        if hasPoint {
            result.append(UInt8(ascii: "."))
            result += fraction.isEmpty ? [UInt8(ascii: "0")] : fraction
        }
        return result + exponent
    }
}
