internal import Payments

extension Cast {
    /// Everything that an event could say of the payment as it is, one of each kind that a rule may
    /// tell from the others. Which attempt is started next does not matter: identifiers mean nothing.
    func actions(_ payment: Payment) -> [PaymentEvent.Action] {
        let first = AttemptKey(rawValue: 0)
        guard payment.status != nil else {
            return methods.map {
                .created(client: client, method: $0, amount: amount, currency: currency)
            } + [
                .attempted(attempt: first, method: nil, amount: nil), .succeeded(attempt: first),
                .failed(attempt: first, error: error(of: first)),
            ]
        }
        var actions = repeatedCreations(payment)
        let known = (0..<payment.attemptCount).map { payment[attempt: $0] }
        let started = known.count { $0.id != stranger }
        if started < attempts { actions += starts(AttemptKey(rawValue: UInt64(started))) }
        for attempt in known { actions += repeats(of: attempt) + results(of: attempt.id) }
        if started == known.count { actions += results(of: stranger) }
        return actions
    }

    /// Created again, as it was, and with each part of it changed.
    private func repeatedCreations(_ payment: Payment) -> [PaymentEvent.Action] {
        let (client, method) = (payment.client, payment.method)
        let (amount, currency) = (payment.amount, payment.currency)
        let other = otherMethod(method)
        return [
            .created(client: client, method: method, amount: amount, currency: currency),
            .created(client: otherClient, method: method, amount: amount, currency: currency),
            .created(client: client, method: other, amount: amount, currency: currency),
            .created(client: client, method: method, amount: otherAmount, currency: currency),
            .created(client: client, method: method, amount: amount, currency: otherCurrency),
        ]
    }

    private func starts(_ attempt: AttemptKey) -> [PaymentEvent.Action] {
        var starts: [PaymentEvent.Action] = [
            .attempted(attempt: attempt, method: nil, amount: nil),
            .attempted(attempt: attempt, method: nil, amount: unrepresentable),
        ]
        let other = written(otherAmount)
        for method in methods {
            starts.append(.attempted(attempt: attempt, method: method, amount: nil))
            starts.append(.attempted(attempt: attempt, method: method, amount: other))
        }
        return starts
    }

    /// Started again, as it was, and with each part of it changed.
    private func repeats(of attempt: Attempt) -> [PaymentEvent.Action] {
        let other = otherMethod(attempt.method)
        let same = written(attempt.amount)
        let changed = written(attempt.amount == amount ? otherAmount : amount)
        return [
            .attempted(attempt: attempt.id, method: attempt.method, amount: same),
            .attempted(attempt: attempt.id, method: other, amount: same),
            .attempted(attempt: attempt.id, method: attempt.method, amount: changed),
            .attempted(attempt: attempt.id, method: attempt.method, amount: unrepresentable),
        ]
    }

    private func otherMethod(_ method: Symbol) -> Symbol {
        methods.first { $0 != method } ?? unknownMethod
    }

    private func results(of attempt: AttemptKey) -> [PaymentEvent.Action] {
        [.succeeded(attempt: attempt), .failed(attempt: attempt, error: error(of: attempt))]
    }
}
