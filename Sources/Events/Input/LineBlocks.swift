/// Cuts an NDJSON input into pieces of nearly the same size. Nothing of it is read here, so that threads
/// can take pieces quickly.
package struct LineBlocks {
    private let text: ByteSlice
    private var position = 0
    /// Small enough to stay in a core's cache together with the events parsed from it.
    private static let blockBytes = 64 * 1024

    package init(_ text: ByteSlice) {
        self.text = text
    }

    /// The next piece; nil at the end.
    package mutating func next() -> LineBlock? {
        guard position < text.count else { return nil }
        let start = position
        position = min(text.count, start + Self.blockBytes)
        return LineBlock(text: text, bounds: start..<position)
    }
}

/// A piece of an NDJSON input, to which the lines belong that begin in it.
package struct LineBlock {
    package let text: ByteSlice
    package let bounds: Range<Int>

    /// Whether the last line goes on for more than `bytes` after the piece.
    package func overflows(_ bytes: Int) -> Bool {
        guard text.count - bounds.upperBound > bytes else { return false }
        let end = text.base + bounds.upperBound
        return Memory.lineFeed(from: end - 1, to: end + bytes) == nil
    }

    /// The lines; no bytes if none begins here.
    package var lines: ByteSlice {
        let (base, end) = (text.base + bounds.lowerBound, text.base + bounds.upperBound)
        var start: UnsafePointer<UInt8>? = base
        if bounds.lowerBound > 0 {
            start = Memory.lineFeed(from: base - 1, to: end - 1).map { $0 + 1 }
        }
        guard let start else { return ByteSlice(base: base, count: 0) }
        let textEnd = text.base + text.count
        let lineFeed = Memory.lineFeed(from: end - 1, to: textEnd)
        return ByteSlice(base: start, count: (lineFeed.map { $0 + 1 } ?? textEnd) - start)
    }
}
