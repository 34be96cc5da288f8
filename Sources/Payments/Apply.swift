/// An event is applied in two steps (`spec/state-machine.md`): `expire(before:)` fires the timer
/// that is due, then `apply` does what the event says. Events come in the order in which they apply.
extension Payment {
    /// Fires the timer if its deadline is before the event's time, or equal to it and the event is
    /// not a `gateway.result`: a result exactly at the deadline is in time.
    @inlinable
    @inline(__always)
    public mutating func expire(before event: PaymentEvent) -> Step? {
        expire(before: event.at, isResult: event.isResult)
    }

    /// Fires the timer before an event whose time and kind alone are known yet.
    @inlinable
    @inline(__always)
    package mutating func expire(before time: Timestamp, isResult: Bool) -> Step? {
        guard let timer, timer < time || (timer == time && !isResult) else { return nil }
        return fireTimer(at: timer)
    }

    /// Fires the timer if the clock stops at or after its deadline.
    @inlinable
    @inline(__always)
    public mutating func expire(upTo end: Timestamp) -> Step? {
        guard let timer, timer <= end else { return nil }
        return fireTimer(at: timer)
    }

    @inlinable
    @inline(__always)
    mutating func fireTimer(at deadline: Timestamp) -> Step? {
        guard let position = armed else { return nil }
        armed = nil
        change(at: position) { $0.isExpired = true }
        let attempt = self[at: position].id
        switch status {
        case .processing:
            current = nil
            return move(to: .waiting, deadline, .periodExpired, attempt)
        case .waiting, .completed, nil:
            return step(deadline, .periodExpiredWithoutEffect, from: status, attempt)
        }
    }

    /// Applies an event whose earlier timers have fired.
    @inlinable
    @inline(__always)
    public mutating func apply(_ event: PaymentEvent, methods: MethodTable) -> Step {
        switch event.action {
        case .created(let client, let method, let amount, let currency):
            return create(event.at, client, method, amount, currency, methods)
        case .attempted(let attempt, let method, let amount):
            return applyAttempt(event.at, attempt, method, amount, methods)
        case .succeeded(let attempt):
            return applyResult(event.at, attempt, .succeeded, error: nil)
        case .failed(let attempt, let error):
            return applyResult(event.at, attempt, .failed, error: error)
        }
    }

    @inlinable
    @inline(__always)
    package mutating func create(
        _ at: Timestamp, _ client: Symbol, _ method: Symbol, _ amount: Int64,
        _ currency: Currency, _ methods: MethodTable
    ) -> Step {
        guard status == nil else {
            let isRepeat =
                client == self.client && method == self.method && amount == self.amount
                && currency == self.currency
            return step(
                at, .duplicateIgnored, from: status, nil,
                isRepeat ? [] : Anomalies(.conflictingPayment))
        }
        storedClient = client
        storedMethod = method
        storedAmount = amount
        storedCurrency = currency
        storedCreatedAt = at
        return move(
            to: .waiting, at, .paymentCreated, nil, methods[method].anomalies(payingIn: currency))
    }

    // MARK: Steps

    /// A step that changes the status.
    @inlinable
    @inline(__always)
    mutating func move(
        to new: Status, _ at: Timestamp, _ rule: Rule, _ attempt: AttemptKey?,
        _ anomalies: Anomalies = []
    ) -> Step {
        let old = status
        storedStatus = new
        storedChangedAt = at
        return step(at, rule, from: old, attempt, anomalies)
    }

    /// A step that ends in the present status.
    @inlinable
    @inline(__always)
    func step(
        _ at: Timestamp, _ rule: Rule, from: Status?, _ attempt: AttemptKey?,
        _ anomalies: Anomalies = [], returned: Int64? = nil
    ) -> Step {
        Step(
            at: at, rule: rule, from: from, to: status, attempt: attempt, returned: returned,
            anomalies: anomalies)
    }

    /// The step of an event that is not applied: it names what does not exist, or does not fit.
    @inlinable
    @inline(__always)
    func notApplied(_ at: Timestamp, _ attempt: AttemptKey?, _ anomaly: Anomaly) -> Step {
        step(at, .notApplied, from: status, attempt, Anomalies(anomaly))
    }
}
