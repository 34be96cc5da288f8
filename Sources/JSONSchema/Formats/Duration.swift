import SourceText

/// `duration` as RFC 3339 has it (appendix A): units in order, none left out between two others.
enum Duration {
    static func isDuration(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = FormatScanner(text)
        guard scanner.take("P") else { return false }
        if isWeeks(scanner) { return true }
        guard let dates = takeParts(&scanner, units: "YMD") else { return false }
        if scanner.take("T") {
            guard let times = takeParts(&scanner, units: "HMS"), times > 0 else { return false }
        } else if dates == 0 {
            return false
        }
        return scanner.isAtEnd
    }

    private static func isWeeks(_ scanner: FormatScanner) -> Bool {
        var scanner = scanner
        return scanner.skip(where: ASCII.isDigit) > 0 && scanner.take("W") && scanner.isAtEnd
    }

    /// How many numbers with units there are; nil if one of them is wrong.
    private static func takeParts(_ scanner: inout FormatScanner, units: String) -> Int? {
        var rest = units.utf8[...]
        var count = 0
        while scanner.skip(where: ASCII.isDigit) > 0 {
            guard let unit = scanner.takeAny(), let index = rest.firstIndex(of: unit) else {
                return nil
            }
            if count > 0 && index != rest.startIndex { return nil }
            rest = rest[rest.index(after: index)...]
            count += 1
        }
        return count
    }
}
