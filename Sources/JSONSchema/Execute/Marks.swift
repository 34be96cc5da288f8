/// Which members or elements of the current value have been evaluated: a stack of bit sets, one
/// for each schema that has to know. A set of up to 64 is one word, which needs no memory.
struct Marks {
    /// The current set, if it is small.
    private var word: UInt64 = 0
    private var isSmall = true
    /// The sets that are large; the current one, if it is large, begins at `start`.
    private var words: [UInt64] = []
    private var start = 0

    /// What to restore when a set ends.
    struct Frame {
        fileprivate let word: UInt64
        fileprivate let isSmall: Bool
        fileprivate let start: Int
    }

    /// Begins an empty set for a value with `count` children.
    @inline(__always)
    mutating func push(_ count: Int) -> Frame {
        let frame = Frame(word: word, isSmall: isSmall, start: start)
        isSmall = count <= 64
        word = 0
        if !isSmall { pushLarge(count) }
        return frame
    }

    private mutating func pushLarge(_ count: Int) {
        start = words.count
        words.append(contentsOf: repeatElement(0, count: (count + 63) / 64))
    }

    /// Ends the current set and forgets it.
    @inline(__always)
    mutating func drop(_ frame: Frame) {
        if !isSmall { words.removeLast(words.count - start) }
        word = frame.word
        isSmall = frame.isSmall
        start = frame.start
    }

    /// Ends the current set and adds it to the one below, which is for the same value.
    @inline(__always)
    mutating func merge(_ frame: Frame) {
        let union = frame.word | word
        if !isSmall {
            for offset in 0..<words.count - start {
                words[frame.start + offset] |= words[start + offset]
            }
        }
        drop(frame)
        word = union
    }

    @inline(__always)
    mutating func insert(_ position: Int) {
        if isSmall {
            word |= 1 &<< UInt64(truncatingIfNeeded: position)
        } else {
            words[start + position / 64] |= 1 << UInt64(position % 64)
        }
    }

    @inline(__always)
    func contains(_ position: Int) -> Bool {
        let word = isSmall ? word : words[start + position / 64]
        return word & 1 &<< UInt64(truncatingIfNeeded: position) != 0
    }
}
