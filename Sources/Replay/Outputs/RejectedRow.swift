internal import Files
internal import SourceText

extension OutputFile {
    /// A line may be of any length: so much of it is written at a time. Three bytes are four digits.
    private static var pieceBytes: Int { 48 * 1024 }

    /// Writes a line of `rejected.ndjson`: where an event stood, why it is invalid, and its text
    /// (contract, section 4).
    func write(_ event: RefusedEvent, line: Int, path: String) throws(FileError) {
        buffer.append("{\"file\":")
        buffer.append(string: path)
        buffer.append(",\"line\":")
        buffer.append(line)
        buffer.append(",\"reasons\":[")
        for (index, finding) in event.findings.enumerated() {
            if index > 0 { buffer.append(",") }
            buffer.append(string: "\(finding.code.name): \(finding.message)")
        }
        let isText = UTF8Bytes.firstInvalidOffset(in: event.text.buffer) == nil
        buffer.append(isText ? "],\"raw\":\"" : "],\"rawBase64\":\"")
        for start in stride(from: 0, to: event.text.count, by: Self.pieceBytes) {
            let count = min(Self.pieceBytes, event.text.count - start)
            let piece = ByteSlice(base: event.text.base + start, count: count)
            if isText { buffer.append(escaped: piece) } else { buffer.append(base64: piece) }
            try flushIfFull()
        }
        buffer.append("\"}\n")
        try flushIfFull()
    }
}

extension OutputBuffer {
    fileprivate mutating func append(escaped text: ByteSlice) {
        append(atMost: RowCursor.bytes(for: text)) { row, _ in row.append(escaped: text) }
    }

    /// Appends the bytes in base 64 (RFC 4648, section 4), padded.
    fileprivate mutating func append(base64 text: ByteSlice) {
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
