internal import CIntrinsics
internal import Payments

/// The shape of a line together with the length of each of its values: lines of one layout differ only
/// in bytes that stand in known places.
struct LineLayout: BitwiseCopyable {
    /// A value: where it begins in the line, and how many bytes it has.
    struct Place: BitwiseCopyable {
        var start: UInt16 = 0
        var count: UInt16 = 0
    }

    /// How many words of bits a line has at the most.
    static let words = Int(intrinsics_line_words)

    // Both stand in the front, one behind the other, where they are read by address.
    /// A bit for each quote, the first byte of the line in the lowest bit.
    private let quotes: InlineArray<6, UInt64>
    /// A bit for each byte of a value, and for whatever stands behind the line.
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
    private(set) var numbers = InlineArray<4, Place>(repeating: Place())
    /// By slot; nothing that is given begins at 0.
    private(set) var places = InlineArray<15, Place>(repeating: Place())

    /// The layout of a line that consists of `segments`, of which `text` is a copy that lives as long as
    /// the layout; nil if it has more numbers than a layout holds.
    init?(_ segments: [ShapeSegment], _ line: intrinsics_line, text: UnsafePointer<UInt8>) {
        assert(places.count == ShapeReader.slotCount, "a place for each slot")
        guard let last = segments.last else { return nil }
        quotes = [
            line.quotes.0, line.quotes.1, line.quotes.2, line.quotes.3, line.quotes.4,
            line.quotes.5,
        ]
        self.text = text
        length = line.length
        words = length >> 6 + 1
        leaf = last.leaf
        for byte in 0..<Int(length) { values[byte >> 6] &= ~(1 << UInt64(byte & 63)) }
        for (segment, following) in zip(segments, segments.dropFirst()) {
            let start = segment.literal.base + segment.literal.count
            let place = Place(
                start: UInt16(start - segments[0].literal.base),
                count: UInt16(following.literal.base - start))
            guard add(segment, place) else { return nil }
        }
    }

    private mutating func add(_ segment: ShapeSegment, _ place: Place) -> Bool {
        if segment.value == .number {
            guard Int(numberCount) < numbers.count else { return false }
            numbers[Int(numberCount)] = place
            numberCount += 1
            if segment.slot == UInt8(EventField.amount.rawValue) { amountIsNumber = true }
        }
        places[Int(segment.slot)] = place
        for byte in Int(place.start)..<Int(place.start) + Int(place.count) {
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

    /// The text of a field; nil if it is not given.
    @inline(__always)
    func optionalText(_ field: EventField, of start: UnsafePointer<UInt8>) -> ByteSlice? {
        pointee.leaf.given.contains(EventFields(field)) ? text(field, of: start) : nil
    }

    @inline(__always)
    func text(atSlot slot: Int, of start: UnsafePointer<UInt8>) -> ByteSlice {
        let place = pointee.places[slot]
        return ByteSlice(base: start + Int(place.start), count: Int(place.count))
    }

    /// Whether what stands where the numbers stood are numbers.
    @inline(__always)
    func hasNumbers(_ start: UnsafePointer<UInt8>) -> Bool {
        for index in 0..<Int(pointee.numberCount) {
            let place = pointee.numbers[index]
            var position = start + Int(place.start)
            let end = position + Int(place.count)
            guard PlainText.skipNumber(&position), position == end else { return false }
        }
        return true
    }
}
