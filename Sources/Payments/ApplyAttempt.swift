extension Payment {
    // `@inline(__always)` is only a hint, and the compiler does not take it here.
    @_transparent
    @inlinable
    package mutating func applyAttempt(
        _ at: Timestamp, _ attempt: AttemptKey, _ givenMethod: Symbol?,
        _ givenAmount: WrittenAmount?,
        _ methods: MethodTable
    ) -> Step {
        guard let status else { return notApplied(at, attempt, .unknownPayment) }
        let method = givenMethod ?? self.method
        guard let amount = amount(givenAmount) else {
            return notApplied(at, attempt, .amountNotRepresentable)
        }
        if let position = position(of: attempt) {
            let known = self[at: position]
            let isRepeat = known.method == method && known.amount == amount
            return step(
                at, .duplicateIgnored, from: status, attempt,
                isRepeat ? [] : Anomalies(.conflictingAttempt))
        }
        var anomalies = methods[method].anomalies(payingIn: currency)
        if amount != self.amount { anomalies.insert(Anomalies(.amountMismatch)) }
        let deadline = status.isFinal ? nil : methods[method].deadline(from: at)
        let position = append(
            Attempt(id: attempt, method: method, amount: amount, startedAt: at, deadline: deadline))
        switch status {
        case .waiting:
            start(position, hasTimer: deadline != nil)
            return move(to: .processing, at, .attemptStarted, attempt, anomalies)
        case .processing:
            start(position, hasTimer: deadline != nil)
            anomalies.insert(Anomalies(.attemptWhileProcessing))
            return step(at, .attemptStarted, from: status, attempt, anomalies)
        case .completed:
            anomalies.insert(Anomalies(.attemptAfterCompletion))
            return step(at, .attemptRecorded, from: status, attempt, anomalies)
        }
    }

    /// The given amount in minor units, or the payment's; nil if the currency cannot hold it.
    @inlinable
    @inline(__always)
    func amount(_ given: WrittenAmount?) -> Int64? {
        guard let given else { return amount }
        return given.minorUnits(in: currency)
    }

    /// Makes the attempt at `position` the current one, whose timer replaces any other.
    @inlinable
    @inline(__always)
    mutating func start(_ position: Int32, hasTimer: Bool) {
        current = position
        armed = hasTimer ? position : nil
        displayed = nil
    }
}
