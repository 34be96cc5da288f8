public import CIntrinsics
public import CLibrary

/// The C library's loops over memory, and what it knows of pages and cache lines.
@usableFromInline
package enum Memory {
    @inlinable @inline(__always)
    package static func equal(
        _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        memcmp(left, right, count) == 0
    }

    @inlinable @inline(__always)
    package static func compare(
        _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int
    ) -> Int32 {
        memcmp(left, right, count)
    }

    /// Copies `count` bytes; both sides can be read and written some way beyond (`ByteSlice.padding`).
    @inlinable @inline(__always)
    package static func copy(
        _ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ count: Int
    ) {
        guard count <= 64 else { return target.update(from: source, count: count) }
        var offset = 0
        repeat {
            UnsafeMutableRawPointer(target + offset)
                .copyMemory(from: source + offset, byteCount: 16)
            offset &+= 16
        } while offset < count
    }

    /// The first line feed in `start..<end`.
    @inlinable @inline(__always)
    package static func lineFeed(
        from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8>? {
        guard let found = memchr(start, 0x0A, end - start) else { return nil }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
    }

    /// The number of line feeds in `start..<end`.
    package static func lineFeedCount(
        from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
    ) -> Int {
        var count = 0
        var position = start
        while let found = lineFeed(from: position, to: end) {
            count += 1
            position = found + 1
        }
        return count
    }

    /// Which of sixteen bytes are equal, a bit a byte.
    @inlinable @inline(__always)
    package static func equalBits(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> UInt32 {
        intrinsics_equal16(left, right)
    }

    /// Whether `literal` is at `text`, looking only at what follows the first `start` bytes. Both
    /// can be read up to a multiple of sixteen bytes.
    @inlinable @inline(__always)
    package static func startsWith(
        _ text: UnsafePointer<UInt8>, _ literal: ByteSlice, from start: Int
    ) -> Bool {
        var offset = start
        while literal.count - offset > 16 {
            let equal = intrinsics_equal16(text + offset, literal.base + offset)
            if equal != 0xFFFF { return false }
            offset += 16
        }
        let equal = intrinsics_equal16(text + offset, literal.base + offset)
        let wanted = ~(UInt32.max << UInt32(truncatingIfNeeded: literal.count - offset))
        return equal & wanted == wanted
    }

    /// Asks for the cache line at `address`, which will be needed soon.
    @inlinable @inline(__always)
    package static func prefetch(_ address: UnsafeRawPointer) {
        intrinsics_prefetch(address)
    }

    /// Memory for a table that will be touched all over, in large pages where the system has them:
    /// with small ones, finding the page takes longer than reading from it. Given back by
    /// `deallocate`.
    ///
    /// - Parameter isFirst: whether it is the first of several pieces. Of that, a small stream touches
    ///   only a little: all of a large page would have to be cleared for it.
    package static func allocateTable(bytes: Int, isFirst: Bool = false) -> UnsafeMutableRawPointer
    {
        guard bytes >= largePage else { return .allocate(byteCount: bytes, alignment: 64) }
        let whole = (bytes + largePage - 1) & ~(largePage - 1)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: whole, alignment: largePage)
        #if os(Linux)
            // Only advice: small pages do as well.
            if !isFirst { _ = madvise(memory, whole, MADV_HUGEPAGE) }
        #endif
        return memory
    }

    /// The size of a large page, and of what is allocated at once.
    @inlinable package static var largePage: Int { 2 << 20 }
}
