internal import Payments

/// Bytes on their way to a file: appended without checks, once room has been made for them.
struct OutputBuffer: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int
    private var times = TimestampText()

    init(capacity: Int = 1 << 20) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit {
        base.deallocate()
    }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    mutating func removeAll() {
        count = 0
    }

    /// Makes room for `more` bytes.
    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }

    @inline(__always)
    mutating func append(byte: UInt8) {
        reserve(1)
        base[count] = byte
        count += 1
    }

    /// Appends text that needs no escapes.
    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(raw: ByteSlice(base: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inline(__always)
    mutating func append(raw text: ByteSlice) {
        reserve(text.count)
        (base + count).update(from: text.base, count: text.count)
        count += text.count
    }

    mutating func append(_ integer: Int) {
        var digits = String(integer)
        digits.withUTF8 { buffer in
            guard let start = buffer.baseAddress else { return }
            append(raw: ByteSlice(base: start, count: buffer.count))
        }
    }

    @inline(__always)
    mutating func append(_ flag: Bool) {
        append(flag ? "true" : "false")
    }

    /// Appends a quoted time.
    @inline(__always)
    mutating func append(_ time: Timestamp) {
        reserve(TimestampText.longest + 2)
        base[count] = UInt8(ascii: "\"")
        let written = times.write(time, to: base + count + 1)
        base[count + written + 1] = UInt8(ascii: "\"")
        count += written + 2
    }

    /// Appends a quoted amount with all fraction digits of its currency.
    @inline(__always)
    mutating func append(_ minorUnits: Int128, in currency: Currency) {
        append(byte: UInt8(ascii: "\""))
        appendDecimal(minorUnits, fractionDigits: currency.fractionDigits)
        append(byte: UInt8(ascii: "\""))
    }

    /// Appends a number that is `value` × 10^−`fractionDigits`, with all of its digits.
    @inline(__always)
    mutating func appendDecimal(_ value: Int128, fractionDigits: Int) {
        reserve(AmountText.longest)
        count += AmountText.write(value, fractionDigits: fractionDigits, to: base + count)
    }

    @inline(__always)
    mutating func appendNull() {
        append("null")
    }
}
