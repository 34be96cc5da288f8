/// All states that a search has found, with the move that first led to each.
///
/// Shards are changed side by side, each by one thread, and read by all threads in between. Their
/// number is fixed, so that the order of states does not depend on the number of threads.
struct StateTable: Sendable {
    static let shardBits = 6
    static let shardCount = 1 << shardBits

    let shards: [StateShard]

    init(wordCount: Int) {
        shards = (0..<Self.shardCount).map { _ in StateShard(wordCount: wordCount) }
    }

    var count: Int { shards.reduce(0) { $0 + $1.count } }

    /// What led to `state`; nil for the first one.
    func origin(of state: StateID) -> StepOrigin? {
        let bits = shards[state.shard].origins[state.index]
        return bits == .max ? nil : StepOrigin(bits: bits)
    }

    /// A hash that is the same in every run; its lowest bits tell the shard.
    static func hash(_ words: UnsafePointer<UInt64>, _ count: Int) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for index in 0..<count {
            hash = (hash ^ words[index]) &* 0xBF58_476D_1CE4_E5B9
            hash ^= hash >> 29
        }
        return hash ^ hash >> 32
    }
}

/// A part of the states: their words one after the other, and a table of their indices by hash.
final class StateShard: @unchecked Sendable {
    // Unchecked, since a search lets one thread change it, or several read it.
    private let wordCount: Int
    private var words: [UInt64] = []
    private(set) var origins: [UInt64] = []
    /// One more than the index of a state, 0 in a free slot; at most two thirds are taken.
    private var slots = [UInt32](repeating: 0, count: 64)

    init(wordCount: Int) {
        self.wordCount = wordCount
    }

    var count: Int { origins.count }

    /// The bytes of its states and of their table, without the room that is kept to grow.
    var byteCount: Int {
        (words.count + origins.count) * MemoryLayout<UInt64>.size
            + slots.count * MemoryLayout<UInt32>.size
    }

    func contains(_ state: UnsafePointer<UInt64>, _ hash: UInt64) -> Bool {
        slots[slot(of: state, hash)] != 0
    }

    /// Adds a state; nil if it was there.
    func insert(_ state: UnsafePointer<UInt64>, _ hash: UInt64, from origin: UInt64) -> Int? {
        let slot = slot(of: state, hash)
        guard slots[slot] == 0 else { return nil }
        words.append(contentsOf: UnsafeBufferPointer(start: state, count: wordCount))
        origins.append(origin)
        slots[slot] = UInt32(origins.count)
        if origins.count * 3 > slots.count * 2 { grow() }
        return origins.count - 1
    }

    /// The slot that holds `state`, or where it would go.
    private func slot(of state: UnsafePointer<UInt64>, _ hash: UInt64) -> Int {
        words.withUnsafeBufferPointer { words in
            let mask = slots.count - 1
            var slot = Int(truncatingIfNeeded: hash >> UInt64(StateTable.shardBits)) & mask
            while slots[slot] != 0 {
                let start = (Int(slots[slot]) - 1) * wordCount
                if (0..<wordCount).allSatisfy({ words[start + $0] == state[$0] }) { break }
                slot = (slot + 1) & mask
            }
            return slot
        }
    }

    private func grow() {
        let old = slots
        slots = [UInt32](repeating: 0, count: old.count * 2)
        let mask = slots.count - 1
        words.withUnsafeBufferPointer { words in
            guard let base = words.baseAddress else { return }
            for index in old where index != 0 {
                let hash = StateTable.hash(base + (Int(index) - 1) * wordCount, wordCount)
                var slot = Int(truncatingIfNeeded: hash >> UInt64(StateTable.shardBits)) & mask
                while slots[slot] != 0 { slot = (slot + 1) & mask }
                slots[slot] = index
            }
        }
    }
}
