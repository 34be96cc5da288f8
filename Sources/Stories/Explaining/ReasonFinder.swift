internal import Events
internal import Payments

/// Finds the facts that decided a step.
struct ReasonFinder {
    let explainer: Explainer
    let step: Step
    let event: PaymentEvent?
    let before: PaymentFacts
    let after: Payment
    /// The attempt that the step is about, as it is now.
    let named: Attempt?

    /// The reason; a rule without one would not compile.
    var reason: Reason {
        switch step.rule {
        case .paymentCreated:
            .created(
                client: text(after.client), amount: money(after.amount), route(after.method))
        case .attemptStarted: .started(start)
        case .attemptRecorded:
            .recorded(openWithDropped(of: named), amount: answer.amount, answer.route, payer)
        case .periodExpired: .expired(openWithDropped(of: named), answer.route)
        case .periodExpiredWithoutEffect:
            .expiredWithoutEffect(openWithDropped(of: named), answer.route, payer)
        case .paid: .paid(answer)
        case .paidLate: .paidLate(answer, standing)
        case .paidLateDuringRetry:
            .paidLateDuringRetry(answer, standing, current: open(of: before.current))
        case .secondPaymentReturned:
            .secondPayment(
                answer, payer, client: text(after.client),
                returnedInAll: explainer.returnedInAll(after.currency))
        case .declined: .declined(answer, error)
        case .declinedLate: .declinedLate(answer, error, standing)
        case .declinedLateDuringRetry:
            .declinedLateDuringRetry(answer, error, standing, current: open(of: before.current))
        case .declineNotDisplayed: .declineNotDisplayed(answer, error, payer)
        case .duplicateIgnored: repeated
        case .contradictionIgnored:
            .contradiction(
                attempt: attempt, error, succeededAt: named?.resultAt ?? step.at,
                named?.isReturned == true ? .returned : .paid)
        case .notApplied: notApplied
        }
    }

    // MARK: Events that change nothing

    private var repeated: Reason {
        switch event?.action {
        case .attempted(_, let method, let amount):
            .attemptRepeated(
                attempt: attempt, startedAt: named?.startedAt ?? step.at,
                differences(method, amount))
        case .succeeded, .failed: .resultRepeated(repeatedResult)
        case .created(let client, let method, let amount, let currency):
            .creationRepeated(
                createdAt: after.createdAt,
                differences(client, method, Money(Int128(amount), in: currency)))
        case nil: .creationRepeated(createdAt: after.createdAt, [])
        }
    }

    private var repeatedResult: Reason.Repeated {
        var errors: (known: ErrorText, given: ErrorText)?
        if case .failed(_, let given) = event?.action, let known = named?.error, known != given {
            errors = (explainer.texts.text(known), explainer.texts.text(given))
        }
        return Reason.Repeated(
            attempt: attempt, outcome: named?.outcome ?? .failed,
            at: named?.resultAt ?? step.at, route: answer.route, errors: errors)
    }

    private func differences(_ client: Symbol, _ method: Symbol, _ amount: Money) -> [Difference] {
        [
            difference("client", after.client, client), difference("method", after.method, method),
            difference("amount", money(after.amount), amount),
        ].compactMap(\.self)
    }

    private func differences(_ method: Symbol?, _ amount: WrittenAmount?) -> [Difference] {
        guard let named else { return [] }
        let given = amount?.minorUnits(in: after.currency) ?? after.amount
        return [
            difference("method", named.method, method ?? after.method),
            difference("amount", money(named.amount), money(given)),
        ].compactMap(\.self)
    }

    private func difference(_ field: String, _ known: Symbol, _ given: Symbol) -> Difference? {
        if known == given { return nil }
        return Difference(
            field: field, known: .identifier(text(known)), given: .identifier(text(given)))
    }

    private func difference(_ field: String, _ known: Money, _ given: Money) -> Difference? {
        if known == given { return nil }
        return Difference(field: field, known: .money(known), given: .money(given))
    }

    private var notApplied: Reason {
        switch event?.action {
        case .succeeded: return droppedResult(.succeeded, nil)
        case .failed(_, let error):
            return droppedResult(.failed, error.isEmpty ? nil : explainer.texts.text(error))
        case .attempted(_, _, let amount?)
        where step.anomalies.contains(Anomalies(.amountNotRepresentable)):
            return .amountNotRepresentable(attempt: attempt, amount: amount, after.currency)
        case .attempted, .created, nil:
            return .unknownPayment(attempt: step.attempt.map(explainer.texts.text))
        }
    }

    private func droppedResult(_ outcome: Outcome, _ error: ErrorText?) -> Reason {
        func result(_ cause: DroppedResult.Cause) -> DroppedResult {
            DroppedResult(
                attempt: attempt, outcome: outcome, error: error, at: step.at,
                step: explainer.steps.count + 1, cause: cause)
        }
        if step.anomalies.contains(Anomalies(.unknownPayment)) {
            return .resultOfUnknownPayment(result(.early), created: nil)
        }
        if step.anomalies.contains(Anomalies(.invalidSignature)) {
            return .unsignedResult(result(.signature), named.map { route($0.method) })
        }
        return .resultOfUnknownAttempt(
            Reason.MissingAttempt(
                result: result(.early), refusal: step.attempt.flatMap(explainer.refusedStart(of:)),
                started: nil, known: after.attempts.prefix(3).map { text($0.id) },
                knownCount: after.attemptCount))
    }
}

extension GatewayError {
    /// Whether it says nothing.
    fileprivate var isEmpty: Bool { code == nil && message == nil }
}
