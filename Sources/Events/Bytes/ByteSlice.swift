/// Bytes that are somewhere else: in mapped input, in scratch memory or in an arena. The code
/// that makes one ensures that the memory outlives it, and that `padding` more bytes can be read after it.
@usableFromInline
package struct ByteSlice: BitwiseCopyable, @unchecked Sendable {
    // Unchecked, since its memory is never changed while a slice refers to it.
    @usableFromInline package let base: UnsafePointer<UInt8>
    @usableFromInline package let count: Int

    /// How many bytes after a slice can be read, whatever they hold: loops go in steps of sixteen.
    @inlinable package static var padding: Int { 64 }

    @inlinable @inline(__always)
    package init(base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
    }

    @inlinable @inline(__always)
    package var buffer: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base, count: count)
    }

    package var string: String { String(decoding: buffer, as: UTF8.self) }

    @inlinable @inline(__always)
    package static func == (left: ByteSlice, right: ByteSlice) -> Bool {
        let count = left.count
        guard count == right.count else { return false }
        // Identifiers are mostly short: a few words, which may overlap, compare them at once.
        if count <= 8 {
            let difference = left.word(at: 0).littleEndian ^ right.word(at: 0).littleEndian
            return count == 0 || difference &<< UInt64(truncatingIfNeeded: 64 &- count &* 8) == 0
        }
        guard count <= 16 else { return Memory.equal(left.base, right.base, count) }
        return left.word(at: 0) == right.word(at: 0)
            && left.word(at: count - 8) == right.word(at: count - 8)
    }

    @inlinable @inline(__always)
    package func word(at offset: Int) -> UInt64 {
        UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    @inlinable @inline(__always)
    package func equals(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && Memory.equal(base, text.utf8Start, count)
    }

    /// The order of the bytes, a prefix first.
    @inlinable
    package static func < (left: ByteSlice, right: ByteSlice) -> Bool {
        let order = Memory.compare(left.base, right.base, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
    }

    /// The eight bytes from `offset` on as a number of the same order, filled up with zeros.
    @inlinable @inline(__always)
    package func orderedPrefix(from offset: Int) -> UInt64 {
        let left = count - offset
        guard left > 0 else { return 0 }
        let word = word(at: offset).bigEndian
        return left >= 8 ? word : word & ~(UInt64.max >> UInt64(left * 8))
    }

    /// The number of leading bytes that both have in common.
    package func commonPrefixCount(_ other: ByteSlice) -> Int {
        let most = min(count, other.count)
        var position = 0
        while position < most, base[position] == other.base[position] { position += 1 }
        return position
    }
}

extension ByteSlice {
    /// No bytes, at an address that has padding.
    @inlinable package static var empty: ByteSlice {
        let padding: StaticString =
            "                                                                                "
        return ByteSlice(base: padding.utf8Start, count: 0)
    }
}
