extension Payment {
    mutating func applyAttempt(
        _ at: Timestamp, _ attempt: Symbol, _ givenMethod: Symbol?, _ givenAmount: WrittenAmount?,
        _ methods: MethodTable
    ) -> Step {
        guard let status else { return notApplied(at, attempt, .unknownPayment) }
        let method = givenMethod ?? self.method
        let amount = givenAmount.map { $0.minorUnits(in: currency) } ?? self.amount
        if let position = attemptList.position(of: attempt) {
            let known = attemptList[position]
            let isRepeat = known.method == method && known.amount == amount
            return step(
                at, .duplicateIgnored, from: status, attempt,
                isRepeat ? [] : Anomalies(.conflictingAttempt))
        }
        guard let amount else { return notApplied(at, attempt, .amountNotRepresentable) }
        var anomalies = methods[method].anomalies(payingIn: currency)
        if amount != self.amount { anomalies.insert(Anomalies(.amountMismatch)) }
        let new = Attempt(id: attempt, method: method, amount: amount, startedAt: at)
        switch status {
        case .waiting:
            start(new, methods[method].periodNanoseconds)
            return move(to: .processing, at, .attemptStarted, attempt, anomalies)
        case .processing:
            start(new, methods[method].periodNanoseconds)
            anomalies.insert(Anomalies(.attemptWhileProcessing))
            return step(at, .attemptStarted, from: status, attempt, anomalies)
        case .completed:
            _ = attemptList.append(new)
            anomalies.insert(Anomalies(.attemptAfterCompletion))
            return step(at, .attemptRecorded, from: status, attempt, anomalies)
        }
    }

    /// Makes `attempt` the current one and arms its timer, which replaces any other.
    private mutating func start(_ attempt: Attempt, _ periodNanoseconds: Int64?) {
        var attempt = attempt
        if let periodNanoseconds {
            // No event is later than 2260 and no period longer than a year: this cannot overflow.
            let deadline = attempt.startedAt.nanoseconds + periodNanoseconds
            attempt.deadline = Timestamp(nanoseconds: deadline)
        }
        let position = attemptList.append(attempt)
        current = position
        armed = periodNanoseconds == nil ? nil : position
        displayed = nil
    }
}
