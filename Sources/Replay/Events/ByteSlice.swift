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
        guard left.count == right.count else { return false }
        // Identifiers are mostly short: two words, which may overlap, compare them at once.
        guard left.count >= 8, left.count <= 16 else {
            return Memory.equal(left.base, right.base, left.count)
        }
        return left.word(at: 0) == right.word(at: 0)
            && left.word(at: left.count - 8) == right.word(at: left.count - 8)
    }

    @inline(__always)
    private func word(at offset: Int) -> UInt64 {
        UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
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
