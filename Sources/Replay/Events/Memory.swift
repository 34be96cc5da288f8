#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The C library's loops over memory.
enum Memory {
    @inline(__always)
    static func equal(
        _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        memcmp(left, right, count) == 0
    }

    @inline(__always)
    static func compare(
        _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int
    ) -> Int32 {
        memcmp(left, right, count)
    }

    /// The first line feed in `start..<end`.
    @inline(__always)
    static func lineFeed(
        from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8>? {
        guard let found = memchr(start, 0x0A, end - start) else { return nil }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
    }

    /// The number of line feeds in `start..<end`.
    static func lineFeedCount(
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
}
