/// A state that a search has found: its shard in the lowest bits, its index in it above them.
struct StateID: Sendable, Equatable, BitwiseCopyable {
    let rawValue: UInt32

    init(shard: Int, index: Int) {
        rawValue = UInt32(index) << UInt32(StateTable.shardBits) | UInt32(shard)
    }

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    var shard: Int { Int(rawValue) & (StateTable.shardCount - 1) }
    var index: Int { Int(rawValue) >> StateTable.shardBits }
}

/// What led to a state: an action of those that its parent has, at one of its times.
struct Move: Sendable, Equatable, BitwiseCopyable {
    let rawValue: UInt32

    init(action: Int, time: Int) {
        rawValue = UInt32(action) << 8 | UInt32(time)
    }

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    var action: Int { Int(rawValue >> 8) }
    var time: Int { Int(rawValue & 0xFF) }
}

/// Where a step was taken: in a state, by a move, or by the clock that stops there.
struct StepOrigin: Sendable, Equatable, BitwiseCopyable {
    let state: StateID
    let move: Move

    init(_ state: StateID, _ move: Move) {
        self.state = state
        self.move = move
    }

    /// The clock stops at one of the times of `state`.
    init(closing state: StateID, time: Int) {
        self.init(state, Move(action: Self.closing, time: time))
    }

    var isClosing: Bool { move.action == Self.closing }

    /// More actions than any state has.
    private static let closing = 0xFF_FFFF

    /// In one word.
    var bits: UInt64 { UInt64(state.rawValue) << 32 | UInt64(move.rawValue) }

    init(bits: UInt64) {
        self.init(
            StateID(rawValue: UInt32(bits >> 32)),
            Move(rawValue: UInt32(truncatingIfNeeded: bits)))
    }
}
