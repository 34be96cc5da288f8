internal import Events
internal import SourceText

/// Reads numbers and texts from bytes that may be damaged: it never reads beyond them.
struct ByteReader {
    private var next: UnsafeRawPointer
    private let end: UnsafeRawPointer

    /// The bytes end before what they say they hold, or hold what cannot be.
    struct Damage: Error {}

    init(_ bytes: UnsafeRawBufferPointer) {
        // No bytes are read from an empty buffer, wherever it is.
        next = bytes.baseAddress ?? UnsafeRawPointer(ByteSlice.empty.base)
        end = next + bytes.count
    }

    var isAtEnd: Bool { next == end }

    /// How far reading is from the start of `whole`.
    func offset(in whole: UnsafeRawBufferPointer) -> Int {
        whole.baseAddress.map { next - $0 } ?? 0
    }

    /// An integer, little-endian.
    mutating func integer<Value: FixedWidthInteger & BitwiseCopyable>(
        _ type: Value.Type = Value.self
    ) throws(Damage) -> Value {
        let size = MemoryLayout<Value>.size
        guard end - next >= size else { throw Damage() }
        defer { next += size }
        return Value(littleEndian: next.loadUnaligned(as: Value.self))
    }

    /// A count; each item takes at least one byte.
    mutating func count() throws(Damage) -> Int {
        let count = try integer(UInt64.self)
        guard count <= UInt64(end - next) else { throw Damage() }
        return Int(count)
    }

    mutating func bytes(_ count: Int) throws(Damage) -> ByteSlice {
        guard count >= 0, end - next >= count else { throw Damage() }
        defer { next += count }
        return ByteSlice(base: next.assumingMemoryBound(to: UInt8.self), count: count)
    }

    /// A text of UTF-8 after its length.
    mutating func text() throws(Damage) -> ByteSlice {
        let text = try bytes(try count())
        guard UTF8Bytes.firstInvalidOffset(in: text.buffer) == nil else { throw Damage() }
        return text
    }

    /// A text, or none.
    mutating func optionalText() throws(Damage) -> ByteSlice? {
        try integer(UInt8.self) == 0 ? nil : try text()
    }

    /// A case of an enumeration, counted from 0.
    mutating func value<Value: RawRepresentable<UInt8>>(
        _ type: Value.Type = Value.self
    ) throws(Damage) -> Value {
        guard let value = Value(rawValue: try integer(UInt8.self)) else { throw Damage() }
        return value
    }
}

extension OutputBuffer {
    /// Appends an integer, little-endian.
    @inline(__always)
    mutating func append<Value: FixedWidthInteger & BitwiseCopyable>(integer: Value) {
        append(atMost: MemoryLayout<Value>.size) { row, _ in row.append(integer: integer) }
    }

    /// Appends a length and a text.
    @inline(__always)
    mutating func append(text: ByteSlice) {
        append(integer: UInt64(text.count))
        append(raw: text)
    }

    @inline(__always)
    mutating func append(optionalText text: ByteSlice?) {
        append(integer: UInt8(text == nil ? 0 : 1))
        if let text { append(text: text) }
    }
}

extension RowCursor {
    @inline(__always)
    mutating func append<Value: FixedWidthInteger & BitwiseCopyable>(integer: Value) {
        UnsafeMutableRawPointer(next).storeBytes(of: integer.littleEndian, as: Value.self)
        skip(MemoryLayout<Value>.size)
    }
}
