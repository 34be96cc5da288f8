/// The attempts of one payment in starting order.
///
/// Most payments have one attempt, so the first one is stored in place and needs no allocation; a
/// payment with many gets an index, so that finding one never takes time in proportion to them.
struct AttemptList: Sendable {
    private(set) var count = 0
    /// Meaningless while `count` is 0.
    private var first = Attempt(
        id: Symbol(rawValue: .max), method: Symbol(rawValue: .max), amount: 0, startedAt: .earliest)
    private var others: [Attempt] = []
    private var index: [Symbol: Int32] = [:]

    /// From here on a look-up by hash beats comparing symbols one by one.
    private static let indexedFrom = 16

    subscript(position: Int32) -> Attempt {
        get { position == 0 ? first : others[Int(position) - 1] }
        _modify {
            if position == 0 { yield &first } else { yield &others[Int(position) - 1] }
        }
    }

    /// The position of the attempt with this identifier.
    func position(of id: Symbol) -> Int32? {
        guard count > 0 else { return nil }
        if first.id == id { return 0 }
        if !index.isEmpty { return index[id] }
        return others.firstIndex { $0.id == id }.map { Int32($0) + 1 }
    }

    /// Appends an attempt whose identifier is new, and gives its position.
    mutating func append(_ attempt: Attempt) -> Int32 {
        let position = Int32(count)
        count += 1
        guard position > 0 else {
            first = attempt
            return 0
        }
        others.append(attempt)
        if !index.isEmpty {
            index[attempt.id] = position
        } else if others.count == Self.indexedFrom {
            for (offset, other) in others.enumerated() { index[other.id] = Int32(offset) + 1 }
        }
        return position
    }
}
