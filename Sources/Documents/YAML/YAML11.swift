import SourceText

/// How YAML 1.1 read plain scalars, where that differs from YAML 1.2. Timestamps are left out:
/// what becomes of them is up to whoever reads the string.
enum YAML11 {
    /// What YAML 1.1 makes of `text`, if that is not what the core schema of YAML 1.2 makes of it.
    static func otherReading(_ text: [UInt8]) -> String? {
        guard text.count <= longest, let first = text.first else { return nil }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "<"): return sign(text)
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return number(text)
        default: return booleanWord(text)
        }
    }

    /// Longer scalars are not looked at; nobody writes such numbers.
    private static let longest = 256

    private static func booleanWord(_ text: [UInt8]) -> String? {
        guard text.count <= 3 else { return nil }
        switch String(decoding: text, as: UTF8.self) {
        case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON": return "true"
        case "n", "N", "no", "No", "NO", "off", "Off", "OFF": return "false"
        default: return nil
        }
    }

    private static func sign(_ text: [UInt8]) -> String? {
        if text.elementsEqual("=".utf8) { return "the sign of a default value" }
        return text.elementsEqual("<<".utf8) ? "a merge key" : nil
    }

    private static func number(_ text: [UInt8]) -> String? {
        let signed = text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-")
        let digits = signed ? text[1...] : text[...]
        guard let first = digits.first else { return nil }
        if first == UInt8(ascii: "0"), digits.count > 1 {
            let second = digits[digits.startIndex + 1]
            if second == UInt8(ascii: "b") { return binary(digits.dropFirst(2)) }
            if second == UInt8(ascii: "x") { return hexadecimal(digits.dropFirst(2), signed) }
            if second == UInt8(ascii: "o") { return prefixedOctal(digits.dropFirst(2), signed) }
            if digits.allSatisfy({ $0 &- 0x30 < 8 || $0 == underscore }) {
                return "an octal number"
            }
            if digits.allSatisfy(ASCII.isDigit) { return "text" }
        }
        return exponent(digits) ?? sexagesimal(digits) ?? underscored(digits)
    }

    private static func binary(_ digits: ArraySlice<UInt8>) -> String? {
        let isBinary = digits.allSatisfy { $0 &- 0x30 < 2 || $0 == underscore }
        return isBinary && !digits.isEmpty ? "a binary number" : nil
    }

    /// `0x1F` is the same number in both versions, unless it has a sign or underscores.
    private static func hexadecimal(_ digits: ArraySlice<UInt8>, _ signed: Bool) -> String? {
        guard !digits.isEmpty,
            digits.allSatisfy({ Hexadecimal.value($0) != nil || $0 == underscore }),
            signed || digits.contains(underscore)
        else { return nil }
        return "a hexadecimal number"
    }

    private static func prefixedOctal(_ digits: ArraySlice<UInt8>, _ signed: Bool) -> String? {
        !signed && !digits.isEmpty && digits.allSatisfy { $0 &- 0x30 < 8 } ? "text" : nil
    }

    /// Floats in exponent notation need a point and a signed exponent in YAML 1.1.
    private static func exponent(_ digits: ArraySlice<UInt8>) -> String? {
        guard let mark = digits.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
            return nil
        }
        let hasPoint = digits[..<mark].contains(UInt8(ascii: "."))
        let next = mark + 1 < digits.endIndex ? digits[mark + 1] : 0
        let hasSign = next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
        guard !hasPoint || !hasSign, case .float = CoreSchema.resolve(Array(digits)) else {
            return nil
        }
        return "text"
    }

    /// Numbers to the base of 60: `1:30`, `190:20:30.15`.
    private static func sexagesimal(_ digits: ArraySlice<UInt8>) -> String? {
        let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count > 1, let head = parts.first, let last = parts.last,
            let start = head.first, ASCII.isDigit(start),
            head.allSatisfy({ ASCII.isDigit($0) || $0 == underscore })
        else { return nil }
        let seconds = last.prefix { $0 != UInt8(ascii: ".") }
        let fraction = last.dropFirst(seconds.count).dropFirst()
        guard fraction.allSatisfy({ ASCII.isDigit($0) || $0 == underscore }),
            (parts[1..<(parts.count - 1)] + [seconds]).allSatisfy(isSixtieth)
        else { return nil }
        return "a number to the base of 60"
    }

    private static func isSixtieth(_ digits: ArraySlice<UInt8>) -> Bool {
        guard let first = digits.first, digits.allSatisfy(ASCII.isDigit) else { return false }
        return digits.count == 1 || digits.count == 2 && first <= UInt8(ascii: "5")
    }

    private static func underscored(_ digits: ArraySlice<UInt8>) -> String? {
        guard digits.contains(underscore), let first = digits.first, ASCII.isDigit(first) else {
            return nil
        }
        let plain = digits.filter { $0 != underscore }
        switch CoreSchema.resolve(plain) {
        case .integer: return "a number"
        case .float: return plain.contains(UInt8(ascii: ".")) ? "a number" : nil
        default: return nil
        }
    }

    private static let underscore = UInt8(ascii: "_")
}
