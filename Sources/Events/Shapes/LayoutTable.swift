internal import CIntrinsics
internal import Payments

/// The layouts of the lines that came so far, found by where the quotes of a line are. Most lines of a
/// stream have one of a few hundred layouts: the same keys in the same order, with values as long as
/// before. Such a line is known by a few comparisons of 64 bytes; where its values are is known then
/// without a look at them.
///
/// A line that is not known is left to the shapes and to the scanner.
struct LayoutTable: ~Copyable {
    private var layouts = GrowingBuffer<LineLayout>()
    private var texts = ScratchArena(chunkBytes: 1 << 16)
    /// The first layout of each hash; −1 for none.
    private let heads: UnsafeMutablePointer<Int32>
    /// The line that was looked at most recently.
    private let line = UnsafeMutablePointer<intrinsics_line>.allocate(capacity: 1)
    private let level: Int32
    /// The lines that were looked for, and how many layouts were learned from them.
    private var lines = 0
    private var tries = 0
    /// Of the present trial.
    private var hits = 0
    private var misses = 0
    /// So many lines are left alone.
    private var pause: Int

    static let hashBits = 12
    /// A bit a byte.
    private static let wordBytes = 64
    private static let mostLayouts = 2048
    /// Learning a layout takes as long as reading a dozen lines: it is done for one in so many, except for
    /// the first ones.
    private static let linesPerTry = 256
    private static let freeTries = 2048
    /// A trial ends after so many lines that were not known. If fewer were known, looking for layouts was
    /// not worth it, and is not done for some time.
    private static let trial = 4096
    private static let pausedLines = 1 << 15

    /// - Parameter level: which variant of looking at lines is used (see `CIntrinsics`).
    init(level: Int32) {
        self.level = level
        heads = .allocate(capacity: 1 << Self.hashBits)
        heads.initialize(repeating: -1, count: 1 << Self.hashBits)
        line.initialize(to: intrinsics_line())
        pause = level >= 0 ? 0 : .max
    }

    deinit {
        heads.deallocate()
        line.deallocate()
    }

    /// The layout of the line at `start`, which begins before `end`, and where the next line begins; nil
    /// if it is not known.
    @inline(__always)
    mutating func find(
        _ start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
    ) -> (layout: UnsafePointer<LineLayout>, next: UnsafePointer<UInt8>)? {
        line.pointee.length = -1
        lines &+= 1
        guard pause == 0, end - start >= Self.wordBytes * 4 else {
            pause = max(0, pause - 1)
            return nil
        }
        intrinsics_scan_line(level, start, end, line)
        if line.pointee.length >= 0 {
            var candidate = heads[head]
            while candidate >= 0 {
                let layout = UnsafePointer(layouts.base + Int(candidate))
                if has(start, layout) {
                    hits &+= 1
                    return (layout, start + Int(line.pointee.length) + 1)
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
        guard layout.pointee.length == line.pointee.length else { return false }
        let quotes = UnsafeRawPointer(layout).assumingMemoryBound(to: UInt64.self)
        return intrinsics_same_line(
            level, line, start, layout.pointee.text, quotes, quotes + LineLayout.words,
            layout.pointee.words) != 0
            && layout.hasNumbers(start)
    }

    /// Where the layouts with the line's quotes and length begin.
    @inline(__always)
    private var head: Int { Int(line.pointee.hash >> UInt32(32 - Self.hashBits)) }

    @inline(never)
    private mutating func miss() {
        misses += 1
        guard misses == Self.trial else { return }
        if hits < misses { pause = Self.pausedLines }
        (hits, misses) = (0, 0)
    }

    /// Whether lines are looked for.
    var isUsed: Bool { pause == 0 }

    /// Whether it is worth learning the line that was looked for last.
    var learns: Bool {
        line.pointee.length >= 0 && tries < Self.freeTries + lines / Self.linesPerTry
    }

    /// Learns the layout of a valid event, which is the line that was looked for last and was not known,
    /// with its line feed.
    mutating func learn(_ text: ByteSlice, _ record: UnsafePointer<EventRecord>) {
        tries += 1
        var reader = ShapeLearner(text, record)
        guard text.count == Int(line.pointee.length) + 1, let shape = reader.read() else { return }
        if layouts.count == Self.mostLayouts { forget() }
        let copy = texts.reserve(Int(LineLayout.words) * Self.wordBytes)
        copy.update(from: text.base, count: text.count)
        guard var layout = LineLayout(shape, line.pointee, text: copy) else { return }
        layout.next = heads[head]
        heads[head] = Int32(layouts.count)
        layouts.append(layout)
    }

    /// Starts over: the lengths of what comes now may stay different.
    private mutating func forget() {
        layouts.removeAll()
        texts = ScratchArena(chunkBytes: 1 << 16)
        heads.update(repeating: -1, count: 1 << Self.hashBits)
    }
}
