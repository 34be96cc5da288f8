import SourceText

/// Turns libyaml's positions, which count Unicode scalars, into byte offsets.
///
/// The cursor remembers its offset, and libyaml's positions hardly ever go back, so that all
/// look-ups of a parse together take linear time.
struct ScalarOffsets {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private var offset: Int
    private var scalar = 0

    /// - Parameters:
    ///   - start: the offset of scalar 0.
    ///   - end: the largest offset to give.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
        self.bytes = bytes
        self.end = end
        offset = start
    }

    /// The byte offset of the scalar at `index`; the end if there are fewer.
    mutating func offset(ofScalar index: Int) -> Int {
        while scalar < index, offset < bytes.count {
            offset += 1
            while offset < bytes.count, UTF8Bytes.isContinuation(bytes[offset]) { offset += 1 }
            scalar += 1
        }
        while scalar > index, offset > 0 {
            offset -= 1
            while offset > 0, UTF8Bytes.isContinuation(bytes[offset]) { offset -= 1 }
            scalar -= 1
        }
        return min(offset, end)
    }
}
