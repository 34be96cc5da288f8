internal import Events
internal import JSONText
internal import Payments

/// Writes bytes one after the other to memory that is known to be large enough. A row reserves what
/// it needs at most and is then written without a check.
struct RowCursor {
    private(set) var next: UnsafeMutablePointer<UInt8>

    /// What an object needs at most besides its texts.
    static let objectBytes = 1024

    @inline(__always)
    init(_ start: UnsafeMutablePointer<UInt8>) {
        next = start
    }

    /// What a text needs at most as a JSON string: six bytes for each of its own, and the steps of
    /// sixteen that it is copied in.
    @inline(__always)
    static func bytes(for text: ByteSlice) -> Int { text.count * 6 + 32 }

    /// Continues after what was written by other means.
    @inline(__always)
    mutating func skip(_ bytes: Int) {
        next += bytes
    }

    /// What was appended since this was equal to `start`: it stays where it is until the memory is used
    /// for something else.
    @inline(__always)
    func text(since start: RowCursor) -> ByteSlice {
        ByteSlice(base: UnsafePointer(start.next), count: next - start.next)
    }

    @inline(__always)
    mutating func append(byte: UInt8) {
        next.pointee = byte
        next += 1
    }

    /// Appends text that needs no escapes.
    @inline(__always)
    mutating func append(_ text: StaticString) {
        let count = text.utf8CodeUnitCount
        UnsafeMutableRawPointer(next).copyMemory(from: text.utf8Start, byteCount: count)
        next += count
    }

    /// Appends text that needs no escapes.
    @inline(__always)
    mutating func append(raw text: ByteSlice) {
        Memory.copy(text.base, to: next, text.count)
        next += text.count
    }

    /// Appends a JSON string with only the escapes that RFC 8259 requires (`JSONEscape`).
    @inline(__always)
    mutating func append(string text: ByteSlice) {
        append(byte: UInt8(ascii: "\""))
        append(escaped: text)
        append(byte: UInt8(ascii: "\""))
    }

    /// Appends the content of a JSON string, without its quotes.
    @inline(__always)
    mutating func append(escaped text: ByteSlice) {
        // Sixteen bytes at a time, more than are needed: the rest is written over.
        var (source, left) = (text.base, text.count)
        while left > 0 {
            let bits = StringBits(source)
            UnsafeMutableRawPointer(next).copyMemory(from: source, byteCount: 16)
            let plain = min(bits.stops == 0 ? 16 : bits.plainCount, left)
            next += plain
            source += plain
            left -= plain
            if plain < 16, left > 0 {
                append(escape: source.pointee)
                source += 1
                left -= 1
            }
        }
    }

    @inline(__always)
    mutating func append(string text: ByteSlice?) {
        if let text { append(string: text) } else { append("null") }
    }

    /// Appends a quoted time.
    @inline(__always)
    mutating func append(_ time: Timestamp, _ times: inout TimestampText) {
        append(byte: UInt8(ascii: "\""))
        next += times.write(time, to: next)
        append(byte: UInt8(ascii: "\""))
    }

    @inline(__always)
    mutating func append(_ time: Timestamp?, _ times: inout TimestampText) {
        if let time { append(time, &times) } else { append("null") }
    }

    /// Appends an amount with all fraction digits of its currency, without quotes.
    @inline(__always)
    mutating func append(minorUnits: Int64, fractionDigits: Int) {
        next += AmountText.write(
            UInt64(truncatingIfNeeded: minorUnits), fractionDigits: fractionDigits, to: next)
    }

    @inline(__always)
    mutating func append(_ flag: Bool) {
        if flag { append("true") } else { append("false") }
    }

    @inline(__always)
    mutating func append(_ integer: Int) {
        next += AmountText.write(
            UInt64(truncatingIfNeeded: integer), fractionDigits: 0, to: next)
    }

    /// Appends three letters.
    @inline(__always)
    mutating func append(letters: UInt32) {
        UnsafeMutableRawPointer(next).storeBytes(of: letters.littleEndian, as: UInt32.self)
        next += 3
    }

    /// Appends the quoted status, or null where no payment exists.
    @inline(__always)
    mutating func append(_ status: Status?) {
        switch status {
        case .waiting: append("\"waiting-for-payment\"")
        case .processing: append("\"processing\"")
        case .completed: append("\"completed\"")
        case nil: append("null")
        }
    }

    /// Appends the identifier of an attempt.
    @inline(__always)
    mutating func append(_ attempt: AttemptKey?) {
        guard let attempt else { return append("null") }
        guard let (text, count) = AttemptText.plain(attempt) else {
            return AttemptText.withText(attempt) { append(string: $0) }
        }
        append(byte: UInt8(ascii: "\""))
        UnsafeMutableRawPointer(next).storeBytes(of: text, as: UInt64.self)
        next += count
        append(byte: UInt8(ascii: "\""))
    }

    /// Appends `{"code":…,"message":…}` or null.
    @inline(__always)
    mutating func append(_ error: GatewayError?, _ symbols: borrowing SymbolTable) {
        guard let error else { return append("null") }
        append("{\"code\":")
        append(string: error.code.map { symbols[$0] })
        append(",\"message\":")
        append(string: error.message.map { symbols[$0] })
        append("}")
    }

    @inline(never)
    private mutating func append(escape byte: UInt8) {
        JSONEscape.write(byte) { append(byte: $0) }
    }
}

extension RowCursor {
    /// What an error needs at most.
    @inline(__always)
    static func bytes(for error: GatewayError?, _ symbols: borrowing SymbolTable) -> Int {
        guard let error else { return 0 }
        let code = error.code.map { bytes(for: symbols[$0]) } ?? 0
        return code + (error.message.map { bytes(for: symbols[$0]) } ?? 0)
    }
}
