/// A checksum of 64 bits against damage by accident: every step is one to one, so that a single changed
/// word always changes it.
struct Checksum {
    private var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The checksum of `bytes`.
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var checksum = Checksum()
        var offset = 0
        while bytes.count - offset >= 32 {
            checksum.lanes.0 = step(checksum.lanes.0, word(bytes, offset))
            checksum.lanes.1 = step(checksum.lanes.1, word(bytes, offset + 8))
            checksum.lanes.2 = step(checksum.lanes.2, word(bytes, offset + 16))
            checksum.lanes.3 = step(checksum.lanes.3, word(bytes, offset + 24))
            offset += 32
        }
        var last = UInt64(bytes.count)
        for byte in bytes[offset...] { last = step(last, UInt64(byte)) }
        let (a, b, c, d) = checksum.lanes
        return step(step(step(step(step(0, a), b), c), d), last)
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
