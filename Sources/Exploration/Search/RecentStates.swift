/// Some of the states that a thread found lately, so that it does not give the same one again and
/// again. What it forgets is only given twice.
final class RecentStates {
    private let wordCount: Int
    private let words: UnsafeMutablePointer<UInt64>
    private static let slotCount = 1 << 12

    init(wordCount: Int) {
        self.wordCount = wordCount
        words = .allocate(capacity: wordCount * Self.slotCount)
        // No state has such words.
        words.initialize(repeating: .max, count: wordCount * Self.slotCount)
    }

    deinit {
        words.deallocate()
    }

    /// Whether `state` is not among them; from then on it is.
    func isNew(_ state: UnsafePointer<UInt64>, _ hash: UInt64) -> Bool {
        let slot = Int(truncatingIfNeeded: hash >> 20) & (Self.slotCount - 1)
        let known = words + slot * wordCount
        if (0..<wordCount).allSatisfy({ known[$0] == state[$0] }) { return false }
        known.update(from: state, count: wordCount)
        return true
    }
}
