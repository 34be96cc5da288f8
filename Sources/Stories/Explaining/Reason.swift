public import Events
public import Payments

/// Why a step did what it did, as the facts that decided it. The sentence is made in
/// `Sentences.swift`. There is a case for every rule; `duplicate-ignored` and `not-applied` have one
/// for each of the things that they mean.
public enum Reason: Sendable {
    case created(client: String, amount: Money, Route)
    case started(Start)
    case recorded(OpenAttempt, amount: Money, Route, Payer)
    case expired(OpenAttempt, Route)
    case expiredWithoutEffect(OpenAttempt, Route, Payer)
    case paid(Answer)
    case paidLate(Answer, Standing)
    case paidLateDuringRetry(Answer, Standing, current: OpenAttempt)
    case secondPayment(Answer, Payer, client: String, returnedInAll: Money)
    case declined(Answer, ErrorText)
    case declinedLate(Answer, ErrorText, Standing)
    case declinedLateDuringRetry(Answer, ErrorText, Standing, current: OpenAttempt)
    case declineNotDisplayed(Answer, ErrorText, Payer)
    /// Created again; other data is ignored, too.
    case creationRepeated(createdAt: Timestamp, [Difference])
    /// Attempted again; other data is ignored, too.
    case attemptRepeated(attempt: String, startedAt: Timestamp, [Difference])
    case resultRepeated(Repeated)
    /// A failure of an attempt that succeeded.
    case contradiction(attempt: String, ErrorText, succeededAt: Timestamp, Success)
    /// An attempt of a payment that was not created yet.
    case unknownPayment(attempt: String?)
    case amountNotRepresentable(attempt: String, amount: WrittenAmount, Currency)
    /// A result of a payment that was created later, or never.
    case resultOfUnknownPayment(DroppedResult, created: LaterStep?)
    case resultOfUnknownAttempt(MissingAttempt)
    /// A result without a signature, or with a wrong one.
    case unsignedResult(DroppedResult, Route?)

    /// The start of an attempt.
    public struct Start: Sendable {
        public let attempt: String
        /// 1 for the payment's first.
        public let number: Int
        public let amount: Money
        public let route: Route
        public let deadline: Timestamp?
        /// The attempt that it replaces.
        public let superseded: OpenAttempt?
        /// The error that the payment card does not show any more.
        public let clearedError: ErrorText?
        /// The attempt itself, with the results that came too early for it.
        public let open: OpenAttempt
    }

    /// A result for an attempt that the payment did not have.
    public struct MissingAttempt: Sendable {
        public let result: DroppedResult
        /// What was to start the attempt before.
        public let refusal: RefusedStart?
        /// What started it after all.
        public internal(set) var started: LaterStep?
        /// The first attempts of the payment, and how many it had.
        public let known: [String]
        public let knownCount: Int
    }

    /// A result that was applied.
    public struct Answer: Sendable {
        public let attempt: String
        public let amount: Money
        public let route: Route
        public let at: Timestamp
        /// Nil where no timer was armed.
        public let deadline: Timestamp?
    }

    /// A result that an attempt has already.
    public struct Repeated: Sendable {
        public let attempt: String
        public let outcome: Outcome
        /// When it had the result.
        public let at: Timestamp
        public let route: Route
        /// The error that the attempt has and the one that the event gives, if they differ.
        public let errors: (known: ErrorText, given: ErrorText)?
    }

    /// What the success of an attempt led to.
    public enum Success: Sendable {
        case paid, returned
    }
}

/// What is odd about a step, as facts.
public struct Oddity: Sendable {
    public let kind: Anomaly
    public let facts: Facts

    public enum Facts: Sendable {
        /// The step's reason says it already.
        case sameAsReason
        case unknownMethod(String)
        case inactiveMethod(Route)
        case currencyNotAccepted(Route, Currency, accepted: [String])
        case amountMismatch(attempt: String, amount: Money, owed: Money)
        case attemptWhileProcessing(attempt: String, OpenAttempt)
        case attemptAfterCompletion(attempt: String, Payer)
        case contradictoryResult(attempt: String, known: Outcome, at: Timestamp, given: Outcome)
    }
}
