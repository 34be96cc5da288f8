internal import Events
internal import Payments

/// Bytes on their way to a file.
struct OutputBuffer: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int
    /// Writes times; it remembers the latest day.
    var times = TimestampText()

    init(capacity: Int = 1 << 16) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit {
        base.deallocate()
    }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// The bytes as a text: it is there until more is appended.
    var text: ByteSlice { ByteSlice(base: UnsafePointer(base), count: count) }

    mutating func removeAll() {
        count = 0
    }

    /// Appends what `body` writes, which is at most `most` bytes.
    @inline(__always)
    mutating func append(atMost most: Int, _ body: (inout RowCursor, inout TimestampText) -> Void) {
        if capacity - count < most { grow(most) }
        var cursor = RowCursor(base + count)
        body(&cursor, &times)
        count = cursor.next - base
        assert(count <= capacity, "a row is no longer than it said")
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }

    /// Replaces what was written at `offset` by an integer, little-endian.
    @inline(__always)
    mutating func replace(at offset: Int, _ integer: UInt32) {
        assert(offset + MemoryLayout<UInt32>.size <= count, "only what was written")
        UnsafeMutableRawPointer(base)
            .storeBytes(of: integer.littleEndian, toByteOffset: offset, as: UInt32.self)
    }

    // MARK: Single values, for what is written rarely

    mutating func append(byte: UInt8) {
        append(atMost: 1) { row, _ in row.append(byte: byte) }
    }

    /// Appends text that needs no escapes.
    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(atMost: text.utf8CodeUnitCount) { row, _ in row.append(text) }
    }

    mutating func append(raw bytes: ByteSlice) {
        append(atMost: bytes.count + ByteSlice.padding) { row, _ in row.append(raw: bytes) }
    }

    mutating func append(bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        append(raw: ByteSlice(base: base.assumingMemoryBound(to: UInt8.self), count: bytes.count))
    }

    /// Appends a JSON string.
    mutating func append(string text: ByteSlice) {
        append(atMost: RowCursor.bytes(for: text)) { row, _ in row.append(string: text) }
    }

    mutating func append(string text: String) {
        let arena = ScratchArena(chunkBytes: text.utf8.count + ByteSlice.padding)
        withExtendedLifetime(arena) { append(string: arena.copy(text)) }
    }

    /// Appends an integer that is not negative.
    mutating func append(_ integer: Int) {
        append(atMost: AmountText.longest) { row, _ in row.append(integer) }
    }

    /// Appends a quoted time or null.
    mutating func append(_ time: Timestamp?) {
        append(atMost: TimestampText.longest + 2) { row, times in row.append(time, &times) }
    }

    /// Appends a quoted amount with all fraction digits of its currency.
    mutating func append(_ minorUnits: Int128, in currency: Currency) {
        append("\"")
        if capacity - count < AmountText.longest { grow(AmountText.longest) }
        count += AmountText.write(
            minorUnits, fractionDigits: currency.fractionDigits, to: base + count)
        append("\"")
    }

    /// Appends the currency's code without quotes.
    mutating func append(_ currency: Currency) {
        append(atMost: 4) { row, _ in row.append(letters: currency.codeLetters) }
    }
}
