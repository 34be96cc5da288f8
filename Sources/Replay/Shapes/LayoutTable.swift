internal import CIntrinsics
internal import Payments

/// The layouts of the lines that came so far, found by where the quotes of a line stand. Most lines of a
/// stream have one of a few hundred layouts: the same keys in the same order, with values as long as
/// before. Such a line is known by a few comparisons of 64 bytes; where its values stand is known then
/// without a look at them.
///
/// A line that is not known is left to the shapes and to the scanner.
struct LayoutTable: ~Copyable {
    private var layouts = GrowingBuffer<LineLayout>()
    private var texts = ScratchArena(chunkBytes: 1 << 16)
    /// The first layout of each hash; −1 for none.
    private let heads: UnsafeMutablePointer<Int32>
    /// The bits of the line that was scanned last, and its length; −1 if it can have no layout.
    private let quotes: UnsafeMutablePointer<UInt64>
    private var length: Int32 = -1
    private let level = intrinsics_lines_level()
    private var hits = 0
    private var misses = 0
    private var isUsed: Bool

    private static let hashBits = 12
    private static let mostLayouts = 2048
    /// Each layout that is learned must have been worth it by this many lines, but for the first ones.
    private static let hitsPerTry = 64
    private static let freeTries = 2048
    /// After so many lines that were not known, it is looked at whether layouts are worth it.
    private static let trial = 4096

    init() {
        heads = .allocate(capacity: 1 << Self.hashBits)
        heads.initialize(repeating: -1, count: 1 << Self.hashBits)
        quotes = .allocate(capacity: Int(intrinsics_line_words))
        quotes.initialize(repeating: 0, count: Int(intrinsics_line_words))
        isUsed = level >= 0
    }

    deinit {
        heads.deallocate()
        quotes.deallocate()
    }

    /// The layout of the line at `start`, which begins before `end`, and where the next line begins; nil
    /// if it is not known.
    @inline(__always)
    mutating func find(
        _ start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
    ) -> (layout: UnsafePointer<LineLayout>, next: UnsafePointer<UInt8>)? {
        guard isUsed else { return nil }
        length = intrinsics_scan_line(level, start, end, quotes)
        if length >= 0 {
            var candidate = heads[hash]
            while candidate >= 0 {
                let layout = UnsafePointer(layouts.base + Int(candidate))
                if has(start, layout) {
                    hits &+= 1
                    return (layout, start + Int(length) + 1)
                }
                candidate = layout.pointee.next
            }
        }
        miss()
        return nil
    }

    /// Whether the line that was scanned has this layout.
    @inline(__always)
    private func has(
        _ start: UnsafePointer<UInt8>, _ layout: UnsafePointer<LineLayout>
    ) -> Bool {
        guard layout.pointee.length == length else { return false }
        var difference: UInt64 = 0
        for word in 0..<Int(layout.pointee.words) {
            difference |= layout.pointee.quotes[word] ^ quotes[word]
        }
        let values = UnsafeRawPointer(layout).advanced(by: Self.valuesOffset)
            .assumingMemoryBound(to: UInt64.self)
        return difference == 0
            && intrinsics_same_line(
                level, start, layout.pointee.text, values, layout.pointee.words) != 0
            && layout.hasNumbers(start)
    }

    private static var valuesOffset: Int {
        @inline(__always) get { MemoryLayout<InlineArray<6, UInt64>>.stride }
    }

    /// Where the layouts with these quotes and this length begin.
    @inline(__always)
    private var hash: Int {
        var sum = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
        for word in 0...Int(length >> 6) {
            sum = (sum ^ quotes[word]) &* 0xD6E8_FEB8_6659_FD93
            sum ^= sum >> 32
        }
        return Int(truncatingIfNeeded: sum >> UInt64(64 - Self.hashBits))
    }

    @inline(never)
    private mutating func miss() {
        misses += 1
        if misses % Self.trial == 0, hits < misses { isUsed = false }
    }

    /// Whether it is worth learning the line that was looked for last.
    var learns: Bool {
        isUsed && length >= 0 && misses < Self.freeTries + hits / Self.hitsPerTry
    }

    /// Learns the layout of a valid event, which is the line that was looked for last and was not known,
    /// with its line feed.
    mutating func learn(_ line: ByteSlice, _ record: UnsafePointer<EventRecord>) {
        var reader = ShapeReader(line, record)
        guard line.count == Int(length) + 1, let segments = reader.read() else { return }
        if layouts.count == Self.mostLayouts { forget() }
        var bits = InlineArray<6, UInt64>(repeating: 0)
        for word in 0...Int(length >> 6) { bits[word] = quotes[word] }
        guard
            var layout = LineLayout(
                segments, quotes: bits, text: texts.copy(line).base, length: length)
        else { return }
        let head = hash
        layout.next = heads[head]
        heads[head] = Int32(layouts.count)
        layouts.append(layout)
    }

    /// Begins anew: the lengths of what comes now may be other ones for good.
    private mutating func forget() {
        layouts.removeAll()
        texts = ScratchArena(chunkBytes: 1 << 16)
        heads.update(repeating: -1, count: 1 << Self.hashBits)
    }
}
