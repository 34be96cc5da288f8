internal import Files

/// A checksum of 64 bits against damage by accident: every step is one to one, so that a single changed
/// word always changes it.
struct Checksum {
    private var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// So much is read before its memory is released; a multiple of a step.
    private static let piece = 4 << 20

    /// The checksum of mapped bytes, which are not kept in memory.
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var checksum = Checksum()
        var start = 0
        while bytes.count - start >= 32 {
            let count = min(piece, (bytes.count - start) / 32 * 32)
            let part = UnsafeRawBufferPointer(rebasing: bytes[start..<(start + count)])
            checksum.add(part)
            POSIX.forget(part)
            start += count
        }
        var last = UInt64(bytes.count)
        for byte in bytes[start...] { last = step(last, UInt64(byte)) }
        let (a, b, c, d) = checksum.lanes
        return step(step(step(step(step(0, a), b), c), d), last)
    }

    /// Adds a multiple of 32 bytes.
    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        for offset in stride(from: 0, to: bytes.count, by: 32) {
            lanes.0 = Self.step(lanes.0, Self.word(bytes, offset))
            lanes.1 = Self.step(lanes.1, Self.word(bytes, offset + 8))
            lanes.2 = Self.step(lanes.2, Self.word(bytes, offset + 16))
            lanes.3 = Self.step(lanes.3, Self.word(bytes, offset + 24))
        }
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    @inline(__always)
    private static func step(_ state: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (state ^ word) &* factor
        return mixed ^ mixed >> 29
    }
}
