public import Events
public import Payments
internal import Replay

/// A payment as `states.json` shows it (`spec/formats.md`), with its texts.
public struct PaymentState: Sendable, Equatable {
    public let payment: String
    public let client: String
    public let method: String
    /// Nil for an unknown method.
    public let connector: String?
    /// With all fraction digits of the currency.
    public let amount: String
    public let currency: String
    public let status: Status
    public let createdAt: Timestamp
    public let changedAt: Timestamp
    public let paidBy: String?
    public let displayedError: ErrorText?
    /// In starting order.
    public let attempts: [AttemptState]

    /// - Parameter attempts: those to show.
    init?(
        _ payment: Payment, named name: String, texts: StoryTexts, in world: World,
        attempts: some Sequence<Attempt>
    ) {
        guard let status = payment.status else { return nil }
        self.payment = name
        client = texts.text(payment.client)
        method = texts.text(payment.method)
        connector = world.connector(of: payment.method)?.id
        amount = AmountText.string(Int128(payment.amount), in: payment.currency)
        currency = payment.currency.code
        self.status = status
        createdAt = payment.createdAt
        changedAt = payment.changedAt
        paidBy = payment.paidBy.map { texts.text($0.id) }
        displayedError = payment.displayedError.map(texts.text)
        self.attempts = attempts.map { attempt in
            AttemptState(attempt, in: payment.currency, texts, world)
        }
    }
}

/// An attempt as `states.json` shows it.
public struct AttemptState: Sendable, Equatable {
    public let attempt: String
    public let method: String
    public let connector: String?
    public let amount: String
    public let startedAt: Timestamp
    /// Nil where no timer was armed.
    public let deadline: Timestamp?
    public let expiredAt: Timestamp?
    public let outcome: Outcome?
    public let resultAt: Timestamp?
    public let late: Bool
    public let returned: Bool
    public let error: ErrorText?

    init(_ attempt: Attempt, in currency: Currency, _ texts: StoryTexts, _ world: World) {
        self.attempt = texts.text(attempt.id)
        method = texts.text(attempt.method)
        connector = world.connector(of: attempt.method)?.id
        amount = AmountText.string(Int128(attempt.amount), in: currency)
        startedAt = attempt.startedAt
        deadline = attempt.deadline
        expiredAt = attempt.isExpired ? attempt.deadline : nil
        outcome = attempt.outcome
        resultAt = attempt.resultAt
        late = attempt.isLate
        returned = attempt.isReturned
        error = attempt.error.map(texts.text)
    }
}
