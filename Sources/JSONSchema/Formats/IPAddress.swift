/// `ipv4` as RFC 2673 writes it (section 3.2), `ipv6` as RFC 4291 does (section 2.2).
package enum IPAddress {
    package static func isVersion4(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = FormatScanner(text)
        for part in 0..<4 {
            if part > 0 && !scanner.take(".") { return false }
            if !takeOctet(&scanner) { return false }
        }
        return scanner.isAtEnd
    }

    /// 0 to 255, without leading zeros: some programs read those as octal.
    private static func takeOctet(_ scanner: inout FormatScanner) -> Bool {
        guard let first = scanner.next, first.isASCIIDigit else { return false }
        var value = 0
        var count = 0
        while count < 3, let digit = scanner.next, digit.isASCIIDigit {
            _ = scanner.takeAny()
            value = value * 10 + Int(digit & 0x0F)
            count += 1
        }
        return value < 256 && (count == 1 || first != UInt8(ascii: "0"))
    }

    package static func isVersion6(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = FormatScanner(text)
        var groups = 0
        var isShortened = false
        if scanner.take(":") {
            guard scanner.take(":") else { return false }
            isShortened = true
        }
        while !(isShortened && scanner.isAtEnd) {
            if isVersion4(scanner.rest) { return isShortened ? groups < 6 : groups == 6 }
            let digits = scanner.skip(where: \.isHexDigit)
            groups += 1
            guard 1...4 ~= digits, groups <= 8 else { return false }
            if scanner.isAtEnd { break }
            guard scanner.take(":") else { return false }
            if scanner.take(":") {
                if isShortened { return false }
                isShortened = true
            } else if scanner.isAtEnd {
                return false
            }
        }
        return isShortened ? groups < 8 : groups == 8
    }
}
