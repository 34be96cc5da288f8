internal import SourceText

extension OutputBuffer {
    /// Appends a line of `rejected.ndjson`: where an event stood, why it is invalid, and its text
    /// (contract, section 4).
    mutating func append(_ event: RefusedEvent, line: Int, path: String) {
        append("{\"file\":")
        append(string: path)
        append(",\"line\":")
        append(line)
        append(",\"reasons\":[")
        for (index, finding) in event.findings.enumerated() {
            if index > 0 { append(",") }
            append(string: "\(finding.code.name): \(finding.message)")
        }
        if UTF8Bytes.firstInvalidOffset(in: event.text.buffer) == nil {
            append("],\"raw\":")
            append(string: event.text)
        } else {
            append("],\"rawBase64\":\"")
            append(base64: event.text)
            append("\"")
        }
        append("}\n")
    }

    /// Appends the bytes in base 64 (RFC 4648, section 4), padded.
    private mutating func append(base64 text: ByteSlice) {
        var offset = 0
        while offset < text.count {
            let left = text.count - offset
            let first = text.base[offset]
            let second = left > 1 ? text.base[offset + 1] : 0
            let third = left > 2 ? text.base[offset + 2] : 0
            append(byte: Self.base64Digit(first >> 2))
            append(byte: Self.base64Digit(first << 4 & 0x30 | second >> 4))
            append(byte: left > 1 ? Self.base64Digit(second << 2 & 0x3C | third >> 6) : 0x3D)
            append(byte: left > 2 ? Self.base64Digit(third & 0x3F) : 0x3D)
            offset += 3
        }
    }

    private static func base64Digit(_ value: UInt8) -> UInt8 {
        switch value {
        case 0..<26: UInt8(ascii: "A") + value
        case 26..<52: UInt8(ascii: "a") + value - 26
        case 52..<62: UInt8(ascii: "0") + value - 52
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }
}
