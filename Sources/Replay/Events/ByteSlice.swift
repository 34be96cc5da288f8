/// Bytes that stand somewhere else: in mapped input, in scratch memory or in an arena. Whoever makes
/// one sees to it that the memory outlives it.
struct ByteSlice: @unchecked Sendable {
    // Unchecked, since the memory behind it is never changed while a slice refers to it.
    let base: UnsafePointer<UInt8>
    let count: Int

    @inline(__always)
    init(base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
    }

    @inline(__always)
    var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    var string: String { String(decoding: buffer, as: UTF8.self) }

    @inline(__always)
    static func == (left: ByteSlice, right: ByteSlice) -> Bool {
        left.count == right.count && Memory.equal(left.base, right.base, left.count)
    }

    func equals(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && Memory.equal(base, text.utf8Start, count)
    }

    /// The order of the bytes, a prefix first.
    static func < (left: ByteSlice, right: ByteSlice) -> Bool {
        let order = Memory.compare(left.base, right.base, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
    }
}
