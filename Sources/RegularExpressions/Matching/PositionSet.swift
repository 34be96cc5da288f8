/// A set of positions in a text, a bit for each.
struct PositionSet {
    private var words: [UInt64]

    /// An empty set of positions in a text of `count` bytes.
    init(upTo count: Int) {
        words = Array(repeating: 0, count: count / 64 + 1)
    }

    mutating func insert(_ position: Int) {
        words[position >> 6] |= 1 << UInt64(position & 63)
    }

    func contains(_ position: Int) -> Bool {
        words[position >> 6] & (1 << UInt64(position & 63)) != 0
    }
}
