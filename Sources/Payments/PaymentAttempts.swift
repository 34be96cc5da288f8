/// The attempts of a payment in starting order.
///
/// Most payments have one attempt, so the first one is stored in place and needs no allocation; a
/// payment with many gets an index, so that finding one never takes time in proportion to them.
extension Payment {
    /// The number of attempts.
    public var attemptCount: Int {
        guard let others else { return hasAttempts ? 1 : 0 }
        return others.list.count + 1
    }

    /// The attempt at `position` in starting order.
    public subscript(attempt position: Int) -> Attempt { self[at: Int32(position)] }

    @inlinable
    @inline(__always)
    subscript(at position: Int32) -> Attempt { position == 0 ? first : other(position) }

    /// Changes an attempt.
    @inlinable
    @inline(__always)
    mutating func change(at position: Int32, _ body: (inout Attempt) -> Void) {
        if position == 0 { return body(&first) }
        body(&mutableOthers().list[Int(position) - 1])
    }

    @usableFromInline
    func other(_ position: Int32) -> Attempt {
        guard let others else { preconditionFailure("a payment has the attempts it names") }
        return others.list[Int(position) - 1]
    }

    /// The position of the attempt with this identifier.
    @inlinable
    @inline(__always)
    func position(of id: AttemptKey) -> Int32? {
        if !hasAttempts { return nil }
        if first.id == id { return 0 }
        return others?.position(of: id)
    }

    /// Appends an attempt whose identifier is new, and gives its position.
    @inlinable
    @inline(__always)
    mutating func append(_ attempt: Attempt) -> Int32 {
        guard hasAttempts else {
            first = attempt
            hasAttempts = true
            return 0
        }
        return mutableOthers().append(attempt)
    }

    /// The other attempts, made or copied if need be, so that no other payment sees a change.
    @usableFromInline
    mutating func mutableOthers() -> OtherAttempts {
        if isKnownUniquelyReferenced(&others), let others { return others }
        let own = OtherAttempts(others)
        others = own
        return own
    }
}

/// All attempts of a payment but the first.
@usableFromInline
package final class OtherAttempts: @unchecked Sendable {
    // Unchecked, since it is changed only while one payment alone refers to it.
    @usableFromInline @exclusivity(unchecked) package internal(set) var list: [Attempt]
    private var index: [AttemptKey: Int32]

    /// From here on a look-up by hash beats comparing keys one by one.
    private static let indexedFrom = 16

    init(_ other: OtherAttempts?) {
        list = other?.list ?? []
        index = other?.index ?? [:]
    }

    @usableFromInline
    func position(of id: AttemptKey) -> Int32? {
        if !index.isEmpty { return index[id] }
        return list.firstIndex { $0.id == id }.map { Int32($0) + 1 }
    }

    @usableFromInline
    func append(_ attempt: Attempt) -> Int32 {
        list.append(attempt)
        let position = Int32(list.count)
        if !index.isEmpty {
            index[attempt.id] = position
        } else if list.count == Self.indexedFrom {
            for (offset, other) in list.enumerated() { index[other.id] = Int32(offset) + 1 }
        }
        return position
    }
}
