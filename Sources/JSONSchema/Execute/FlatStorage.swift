/// Immutable arrays of plain values at fixed addresses, which the machine reads without reference
/// counting.
final class FlatStorage: @unchecked Sendable {
    // Filled while a program is laid out, only read afterwards: safe to share between threads.
    private var starts: [UnsafeMutableRawPointer] = []

    /// A copy of an array, which lives as long as the storage.
    func copy<Element: BitwiseCopyable & Sendable>(_ source: [Element]) -> UnsafePointer<Element> {
        let start = UnsafeMutablePointer<Element>.allocate(capacity: max(source.count, 1))
        _ = UnsafeMutableBufferPointer(start: start, count: source.count).initialize(from: source)
        starts.append(UnsafeMutableRawPointer(start))
        return UnsafePointer(start)
    }

    deinit {
        for start in starts { start.deallocate() }
    }
}
