internal import CIntrinsics

/// What a thread has learned of the lines that it parsed.
package struct KnownLines: ~Copyable {
    var layouts: LayoutTable
    var shapes = ShapeTree()

    /// - Parameter level: which variant of looking at lines is used (see `CIntrinsics`).
    package init(level: Int32 = intrinsics_lines_level()) {
        layouts = LayoutTable(level: level)
    }

    /// Learns from the valid event up to `next`, which was not like one that came before.
    @inline(never)
    mutating func learnAll(
        from start: UnsafePointer<UInt8>, to next: UnsafePointer<UInt8>,
        _ end: UnsafePointer<UInt8>, _ record: UnsafePointer<EventRecord>
    ) {
        guard next <= end else { return }
        learnLayout(from: start, to: next, record)
        if shapes.learns {
            shapes.learn(ByteSlice(base: start, count: next - start), record)
        }
    }

    /// Learns the layout of the valid event up to `next`, whose shape may be known.
    @inline(__always)
    mutating func learnLayout(
        from start: UnsafePointer<UInt8>, to next: UnsafePointer<UInt8>,
        _ record: UnsafePointer<EventRecord>
    ) {
        guard layouts.learns else { return }
        layouts.learn(ByteSlice(base: start, count: next - start), record)
    }
}
