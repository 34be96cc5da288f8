/// Which members or elements of the current value have been evaluated: a stack of bit sets, one
/// for each schema that has to know.
struct Marks {
    private var words: [UInt64] = []
    private var start = 0

    /// What to return to when a set is done with.
    struct Frame {
        fileprivate let previousStart: Int
    }

    /// Begins an empty set for a value with `count` children.
    mutating func push(_ count: Int) -> Frame {
        let frame = Frame(previousStart: start)
        start = words.count
        for _ in 0..<(count + 63) / 64 { words.append(0) }
        return frame
    }

    /// Ends the current set and forgets it.
    mutating func drop(_ frame: Frame) {
        words.removeLast(words.count - start)
        start = frame.previousStart
    }

    /// Ends the current set and adds it to the one below, which is for the same value.
    mutating func merge(_ frame: Frame) {
        for offset in 0..<words.count - start {
            words[frame.previousStart + offset] |= words[start + offset]
        }
        drop(frame)
    }

    mutating func insert(_ position: Int) {
        words[start + position / 64] |= 1 << UInt64(position % 64)
    }

    func contains(_ position: Int) -> Bool {
        words[start + position / 64] & 1 << UInt64(position % 64) != 0
    }
}
