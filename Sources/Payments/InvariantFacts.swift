/// What the invariants look at.
extension Payment {
    var isPaid: Bool { status?.isPaid ?? false }

    var hasCurrentAttempt: Bool { status?.hasCurrentAttempt ?? false }

    /// The sum of the amounts of all succeeded attempts.
    var succeededAmount: Int128 { sum { $0.outcome == .succeeded } }

    /// The sum of the amounts of all returned attempts.
    var returnedAmount: Int128 { sum { $0.isReturned } }

    private func sum(_ isCounted: (Attempt) -> Bool) -> Int128 {
        var sum: Int128 = 0
        for position in 0..<attemptCount {
            let attempt = self[attempt: position]
            if isCounted(attempt) { sum += Int128(attempt.amount) }
        }
        return sum
    }

    /// Whether every attempt that `before` had returned is still returned, and one more is if `step`
    /// credits something: the one that the step names.
    func keepsReturns(of before: Payment, crediting step: Step) -> Bool {
        var added = 0
        for position in 0..<attemptCount {
            let attempt = self[attempt: position]
            let wasReturned =
                position < before.attemptCount && before[attempt: position].isReturned
            if wasReturned && !attempt.isReturned { return false }
            guard attempt.isReturned, !wasReturned else { continue }
            if attempt.id != step.attempt { return false }
            added += 1
        }
        return added == (step.returned == nil ? 0 : 1)
    }

    /// Whether the timer of the current attempt is the armed one, or none is where it has no deadline.
    var armsCurrent: Bool {
        guard let current else { return false }
        return armed == (self[at: current].deadline == nil ? nil : current)
    }

    /// Whether nothing tells the two apart.
    func isSame(as other: Payment) -> Bool {
        guard status == other.status, attemptCount == other.attemptCount,
            positions == other.positions, amount == other.amount, currency == other.currency,
            client == other.client, method == other.method, createdAt == other.createdAt,
            changedAt == other.changedAt
        else { return false }
        return (0..<attemptCount).allSatisfy { self[attempt: $0] == other[attempt: $0] }
    }
}
