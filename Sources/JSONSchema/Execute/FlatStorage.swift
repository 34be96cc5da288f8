/// An immutable array of plain values at a fixed address, which the machine reads without
/// reference counting.
final class FlatStorage<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    // Written once in `init`, only read afterwards: safe to share between threads.
    let start: UnsafePointer<Element>

    init(_ source: [Element]) {
        let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(source.count, 1))
        _ = buffer.initialize(from: source)
        start = UnsafePointer(buffer.baseAddress!)
    }

    deinit {
        start.deallocate()
    }
}
