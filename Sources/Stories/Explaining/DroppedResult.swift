public import Events
public import Payments

/// A result that was not applied.
public struct DroppedResult: Sendable {
    public let attempt: String
    public let outcome: Outcome
    /// That of a failure, if it says anything.
    public let error: ErrorText?
    public let at: Timestamp
    /// The step in which it came.
    public let step: Int
    public let cause: Cause

    public enum Cause: Sendable {
        /// The attempt, or the payment, was not there yet.
        case early
        /// The signature was missing or wrong.
        case signature
    }
}

/// What was to start an attempt and was not applied.
public struct RefusedStart: Sendable {
    public let step: Int
    public let cause: Cause

    public enum Cause: Sendable {
        case unknownPayment
        case amount(WrittenAmount, Currency)
    }
}

/// A step that came too late for another one.
public struct LaterStep: Sendable {
    public let step: Int
    public let at: Timestamp
}

extension Reason {
    /// The result that the step did not apply, if it was one.
    public var dropped: DroppedResult? {
        switch self {
        case .resultOfUnknownPayment(let result, _), .unsignedResult(let result, _): result
        case .resultOfUnknownAttempt(let missing): missing.result
        default: nil
        }
    }
}
