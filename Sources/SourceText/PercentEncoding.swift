/// The escapes of RFC 3986, section 2.1.
package enum PercentEncoding {
    /// The bytes of `text` with each well-formed escape decoded and everything else as it is.
    package static func decoded(_ text: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = Array(text)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let high = Hexadecimal.value(rest[rest.startIndex]),
                let low = Hexadecimal.value(rest[rest.startIndex + 1])
            {
                result.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return result
    }

    /// `text` with an escape for each byte but those of `plain`.
    package static func encoded(_ text: some Sequence<UInt8>, except plain: ASCIISet) -> String {
        var result: [UInt8] = []
        for byte in text {
            if plain.contains(byte) {
                result.append(byte)
            } else {
                result += Array("%\(Hexadecimal.pair(byte))".utf8)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
