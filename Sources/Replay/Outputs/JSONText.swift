internal import Payments

extension OutputBuffer {
    /// Appends a JSON string with only the escapes that RFC 8259 requires (contract, section 7).
    @inline(__always)
    mutating func append(string text: ByteSlice) {
        append(byte: UInt8(ascii: "\""))
        var run = text.base
        let end = text.base + text.count
        var position = run
        while position < end {
            if StringBytes.isStop(position.pointee) {
                append(raw: ByteSlice(base: run, count: position - run))
                append(escape: position.pointee)
                run = position + 1
            }
            position += 1
        }
        append(raw: ByteSlice(base: run, count: end - run))
        append(byte: UInt8(ascii: "\""))
    }

    mutating func append(string text: String) {
        var text = text
        text.withUTF8 { buffer in
            append(
                string: buffer.baseAddress.map { ByteSlice(base: $0, count: buffer.count) }
                    ?? .empty)
        }
    }

    @inline(__always)
    mutating func append(string text: ByteSlice?) {
        if let text { append(string: text) } else { appendNull() }
    }

    /// Appends a string in quotes that needs no escapes.
    @inline(__always)
    mutating func append(name: StaticString) {
        append(byte: UInt8(ascii: "\""))
        append(name)
        append(byte: UInt8(ascii: "\""))
    }

    @inline(__always)
    mutating func append(_ time: Timestamp?) {
        if let time { append(time) } else { appendNull() }
    }

    /// Appends `{"code":…,"message":…}` or null.
    @inline(__always)
    mutating func append(_ error: GatewayError?, _ symbols: borrowing SymbolTable) {
        guard let error else { return appendNull() }
        append("{\"code\":")
        append(string: error.code.map { symbols[$0] })
        append(",\"message\":")
        append(string: error.message.map { symbols[$0] })
        append("}")
    }

    private mutating func append(escape byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x0C: append("\\f")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        default:
            append("\\u00")
            append(byte: Self.hexDigit(byte >> 4))
            append(byte: Self.hexDigit(byte & 15))
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x57 + value
    }
}
