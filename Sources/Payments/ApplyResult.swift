extension Payment {
    @inlinable
    @inline(__always)
    package mutating func applyResult(
        _ at: Timestamp, _ attempt: AttemptKey, _ outcome: Outcome, error: GatewayError?
    ) -> Step {
        guard let status else { return notApplied(at, attempt, .unknownPayment) }
        guard let position = position(of: attempt) else {
            return notApplied(at, attempt, .unknownAttempt)
        }
        let known = self[at: position].outcome
        if known == outcome { return step(at, .duplicateIgnored, from: status, attempt) }
        let anomalies = known == nil ? [] : Anomalies(.contradictoryResult)
        if known == .succeeded {
            return step(at, .contradictionIgnored, from: status, attempt, anomalies)
        }
        change(at: position) { attempt in
            attempt.record(outcome, at: at)
            if outcome == .failed { attempt.error = error }
        }
        switch outcome {
        case .succeeded: return succeed(at, position, status, anomalies)
        case .failed: return fail(at, position, status, anomalies)
        }
    }

    @inlinable
    @inline(__always)
    mutating func succeed(
        _ at: Timestamp, _ position: Int32, _ status: Status, _ anomalies: Anomalies
    ) -> Step {
        let attempt = self[at: position].id
        let rule: Rule
        switch status {
        case .completed:
            change(at: position) { $0.isReturned = true }
            disarm(position)
            return step(
                at, .secondPaymentReturned, from: status, attempt, anomalies,
                returned: self[at: position].amount)
        case .waiting: rule = .paidLate
        case .processing where current == position:
            rule = .paid
            disarm(position)
        // The current attempt's timer stays armed: its result is still to come.
        case .processing: rule = .paidLateDuringRetry
        }
        paidByPosition = position
        current = nil
        displayed = nil
        return move(to: .completed, at, rule, attempt, anomalies)
    }

    @inlinable
    @inline(__always)
    mutating func fail(
        _ at: Timestamp, _ position: Int32, _ status: Status, _ anomalies: Anomalies
    ) -> Step {
        let attempt = self[at: position].id
        switch status {
        case .waiting:
            displayed = position
            return step(at, .declinedLate, from: status, attempt, anomalies)
        case .processing where current == position:
            displayed = position
            current = nil
            disarm(position)
            return move(to: .waiting, at, .declined, attempt, anomalies)
        case .processing:
            return step(at, .declinedLateDuringRetry, from: status, attempt, anomalies)
        case .completed:
            disarm(position)
            return step(at, .declineNotDisplayed, from: status, attempt, anomalies)
        }
    }

    @inlinable
    @inline(__always)
    mutating func disarm(_ position: Int32) {
        if armed == position { armed = nil }
    }
}
