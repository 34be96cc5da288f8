internal import Payments
internal import Replay

extension ReasonFinder {
    /// What is odd about the step, in the order of the table of anomalies.
    var oddities: [Oddity] {
        step.anomalies.list.map { Oddity(kind: $0, facts: facts(of: $0)) }
    }

    private func facts(of kind: Anomaly) -> Oddity.Facts {
        switch kind {
        case .unknownMethod: .unknownMethod(text(method))
        case .inactiveMethod: .inactiveMethod(route(method))
        case .currencyNotAccepted:
            .currencyNotAccepted(
                route(method), after.currency, accepted: acceptedCurrencies)
        case .amountMismatch:
            .amountMismatch(
                attempt: attempt, amount: answer.amount, owed: money(after.amount))
        case .attemptWhileProcessing:
            .attemptWhileProcessing(attempt: attempt, open(of: before.current))
        case .attemptAfterCompletion: .attemptAfterCompletion(attempt: attempt, payer)
        case .contradictoryResult where step.rule != .contradictionIgnored: contradiction
        case .contradictoryResult, .unknownPayment, .unknownAttempt, .amountNotRepresentable,
            .conflictingPayment, .conflictingAttempt, .invalidSignature:
            .sameAsReason
        }
    }

    private var contradiction: Oddity.Facts {
        .contradictoryResult(
            attempt: attempt, known: before.named?.outcome ?? .failed,
            at: before.named?.resultAt ?? step.at, given: named?.outcome ?? .succeeded)
    }

    /// The method that the event gives, or the payment's.
    private var method: Symbol { named?.method ?? after.method }

    private var acceptedCurrencies: [String] {
        let index = Int(method.rawValue)
        let methods = explainer.world.setup.methods
        guard index < methods.count, let currencies = methods[index].currencies else { return [] }
        return currencies.map(\.code).sorted()
    }
}
