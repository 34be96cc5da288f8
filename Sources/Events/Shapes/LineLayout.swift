internal import CIntrinsics
internal import Payments

/// The shape of a line together with the length of each of its values: lines of one layout differ only
/// in bytes at known offsets.
struct LineLayout: BitwiseCopyable {
    /// A value: where it begins in the line, and how many bytes it has.
    struct Extent: BitwiseCopyable {
        var start: UInt16 = 0
        var count: UInt16 = 0
    }

    /// How many words of bits a line has at most.
    static let words = Int(intrinsics_line_words)

    // Both come first, one after the other, since they are read by address.
    /// A bit for each quote, the first byte of the line in the lowest bit.
    private let quotes: InlineArray<6, UInt64>
    /// A bit for each byte of a value, and for whatever follows the line.
    private var values = InlineArray<6, UInt64>(repeating: .max)
    /// A line that has this layout.
    let text: UnsafePointer<UInt8>
    /// The number of bytes before the line feed, and of words of bits for them.
    let length: Int32
    let words: Int32
    /// Another layout with the same quotes; −1 for none.
    var next: Int32 = -1
    let leaf: ShapeLeaf
    private(set) var amountIsNumber = false
    private(set) var numberCount: UInt8 = 0
    private(set) var numbers = InlineArray<4, Extent>(repeating: Extent())
    /// By slot; nothing that is given begins at 0.
    private(set) var extents = InlineArray<24, Extent>(repeating: Extent())

    /// The layout of a line of this shape; `text` is a copy of it that lives as long as the layout; nil
    /// if it has more numbers than a layout holds.
    init?(_ shape: LineShape, _ line: intrinsics_line, text: UnsafePointer<UInt8>) {
        precondition(ShapeLearner.slotCount <= extents.count, "an extent for each slot")
        quotes = [
            line.quotes.0, line.quotes.1, line.quotes.2, line.quotes.3, line.quotes.4,
            line.quotes.5,
        ]
        self.text = text
        length = line.length
        words = length >> 6 + 1
        leaf = shape.leaf
        for byte in 0..<Int(length) { values[byte >> 6] &= ~(1 << UInt64(byte & 63)) }
        let segments = shape.segments
        for (segment, following) in zip(segments, segments.dropFirst()) {
            let start = segment.literal.base + segment.literal.count
            let extent = Extent(
                start: UInt16(start - segments[0].literal.base),
                count: UInt16(following.literal.base - start))
            guard add(segment, extent) else { return nil }
        }
    }

    private mutating func add(_ segment: ShapeSegment, _ extent: Extent) -> Bool {
        if segment.value == .number {
            guard Int(numberCount) < numbers.count else { return false }
            numbers[Int(numberCount)] = extent
            numberCount += 1
            if segment.slot == UInt8(EventField.amount.rawValue) { amountIsNumber = true }
        }
        extents[Int(segment.slot)] = extent
        for byte in Int(extent.start)..<Int(extent.start) + Int(extent.count) {
            values[byte >> 6] |= 1 << UInt64(byte & 63)
        }
        return true
    }
}

extension UnsafePointer<LineLayout> {
    /// The text of a field that the event at `start` gives.
    @inline(__always)
    func text(_ field: EventField, of start: UnsafePointer<UInt8>) -> ByteSlice {
        text(atSlot: field.rawValue, of: start)
    }

    @inline(__always)
    func text(atSlot slot: Int, of start: UnsafePointer<UInt8>) -> ByteSlice {
        let extent = pointee.extents[slot]
        return ByteSlice(base: start + Int(extent.start), count: Int(extent.count))
    }

    /// Whether there are numbers where the numbers were.
    @inline(__always)
    func hasNumbers(_ start: UnsafePointer<UInt8>) -> Bool {
        for index in 0..<Int(pointee.numberCount) {
            let extent = pointee.numbers[index]
            var position = start + Int(extent.start)
            let end = position + Int(extent.count)
            guard PlainText.skipNumber(&position), position == end else { return false }
        }
        return true
    }
}
