/// The attempts of a payment in starting order.
///
/// Most payments have one attempt, so the first one is stored inline and needs no allocation; a
/// payment with many gets an index, so that finding one never takes time in proportion to them.
extension Payment {
    /// The number of attempts.
    public var attemptCount: Int {
        guard let others else { return hasAttempts ? 1 : 0 }
        return others.count + 1
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
        guard others?.change(at: position, body) != nil else {
            preconditionFailure("a payment has the attempts it names")
        }
    }

    @usableFromInline
    func other(_ position: Int32) -> Attempt {
        guard let others else { preconditionFailure("a payment has the attempts it names") }
        return others[position]
    }

    /// The position of the attempt with this identifier.
    @inlinable
    @inline(__always)
    func position(of id: AttemptKey) -> Int32? {
        if !hasAttempts { return nil }
        if first.id == id { return 0 }
        return others?.position(of: id)
    }

    /// Appends an attempt whose identifier is new, and returns its position.
    @inlinable
    @inline(__always)
    mutating func append(_ attempt: Attempt) -> Int32 {
        guard hasAttempts else {
            first = attempt
            hasAttempts = true
            return 0
        }
        return appendOther(attempt)
    }

    @usableFromInline
    mutating func appendOther(_ attempt: Attempt) -> Int32 {
        if let position = others?.append(attempt) { return position }
        others = OtherAttempts(attempt)
        return 1
    }
}
