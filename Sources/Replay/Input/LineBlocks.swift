/// Cuts an NDJSON input into pieces of whole lines.
struct LineBlocks {
    private var position: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    /// Small enough to stay in a core's cache together with the events parsed from it.
    private static let blockBytes = 64 * 1024

    init(_ text: ByteSlice) {
        position = text.base
        end = text.base + text.count
    }

    /// The next piece: about `blockBytes`, or as long as its last line needs; nil at the end.
    mutating func next() -> ByteSlice? {
        guard position < end else { return nil }
        let start = position
        if end - start <= Self.blockBytes {
            position = end
        } else {
            let lineFeed = Memory.lineFeed(from: start + Self.blockBytes - 1, to: end)
            position = lineFeed.map { $0 + 1 } ?? end
        }
        return ByteSlice(base: start, count: position - start)
    }
}
