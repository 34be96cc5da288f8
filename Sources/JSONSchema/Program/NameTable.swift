/// A hash table of names within the program's flat arrays.
struct NameTable: Sendable, BitwiseCopyable {
    /// Where the table's slots begin.
    var slots: Int32
    /// The number of slots less one, a power of two less one; -1 if there is none.
    var mask: Int32

    static let empty = NameTable(slots: 0, mask: -1)
}

/// One place of a name table; `value` is -1 where it is free.
struct NameSlot: Sendable, BitwiseCopyable {
    var hash: UInt32
    var text: TextRange
    var value: Int32

    static let free = NameSlot(hash: 0, text: TextRange(start: 0, count: 0), value: -1)
}

/// Hashes names eight bytes at a time. The seed differs from run to run, so that no schema can
/// choose names that collide.
enum NameHash {
    static let seed = UInt64.random(in: 0...UInt64.max)

    @inline(__always)
    static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt32 {
        var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
        var offset = 0
        while offset + 8 <= bytes.count {
            hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var tail: UInt64 = 0
        while offset < bytes.count {
            tail = tail << 8 | UInt64(bytes[offset])
            offset += 1
        }
        hash = mix(hash ^ tail)
        return UInt32(truncatingIfNeeded: hash)
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}

/// A text in the program's bytes.
struct TextRange: Sendable, BitwiseCopyable {
    var start: Int32
    var count: Int32
}
