/// Hashes identifiers. The seed is random, so that no stream can be made to collide; nothing that is
/// written depends on it.
@usableFromInline
package struct IdentifierHash: Sendable {
    @usableFromInline let seed: UInt64

    package init(seed: UInt64 = .random(in: .min ... .max)) {
        self.seed = seed
    }

    /// Mixes eight bytes at a time by multiplying to 128 bits and folding, as wyhash does.
    @inlinable @inline(__always)
    package func callAsFunction(_ text: ByteSlice) -> UInt64 {
        var state = seed ^ UInt64(truncatingIfNeeded: text.count)
        var position = UnsafeRawPointer(text.base)
        var left = text.count
        while left > 16 {
            let first = position.loadUnaligned(as: UInt64.self)
            let second = position.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            state = Self.mix(first ^ Self.firstKey, second ^ state)
            position += 16
            left -= 16
        }
        let (first, second) = Self.tail(position, left)
        return Self.mix(
            Self.secondKey ^ UInt64(truncatingIfNeeded: text.count),
            Self.mix(first ^ Self.secondKey, second ^ state))
    }

    /// One of `count` parts, evenly chosen by 16 bits of a hash.
    @inlinable @inline(__always)
    package static func part(_ bits: UInt64, of count: Int) -> Int {
        Int(truncatingIfNeeded: ((bits & 0xFFFF) &* UInt64(truncatingIfNeeded: count)) >> 16)
    }

    @inlinable static var firstKey: UInt64 { 0xe703_7ed1_a0b4_28db }
    @inlinable static var secondKey: UInt64 { 0x8ebc_6af0_9c88_c6e3 }

    @inlinable @inline(__always)
    static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    /// The last 0 to 16 bytes as two words; they may overlap.
    @inlinable @inline(__always)
    static func tail(_ base: UnsafeRawPointer, _ count: Int) -> (UInt64, UInt64) {
        if count >= 8 {
            return (
                base.loadUnaligned(as: UInt64.self),
                base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            )
        }
        if count >= 4 {
            return (
                UInt64(base.loadUnaligned(as: UInt32.self)),
                UInt64(base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
            )
        }
        guard count > 0 else { return (0, 0) }
        let ends = UInt64(base.load(as: UInt8.self)) << 16
        let middle = UInt64(base.load(fromByteOffset: count >> 1, as: UInt8.self)) << 8
        return (ends | middle | UInt64(base.load(fromByteOffset: count - 1, as: UInt8.self)), 0)
    }
}
