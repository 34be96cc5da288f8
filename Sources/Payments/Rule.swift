/// The rows of the state machine (normative in `spec/state-machine.yaml`).
public enum Rule: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case paymentCreated
    case attemptStarted
    case attemptRecorded
    case periodExpired
    case periodExpiredWithoutEffect
    case paid
    case paidLate
    case paidLateDuringRetry
    case secondPaymentReturned
    case declined
    case declinedLate
    case declinedLateDuringRetry
    case declineNotDisplayed
    case duplicateIgnored
    case contradictionIgnored
    case notApplied

    /// The stable name in every output.
    public var name: String {
        switch self {
        case .paymentCreated: "payment-created"
        case .attemptStarted: "attempt-started"
        case .attemptRecorded: "attempt-recorded"
        case .periodExpired: "period-expired"
        case .periodExpiredWithoutEffect: "period-expired-without-effect"
        case .paid: "paid"
        case .paidLate: "paid-late"
        case .paidLateDuringRetry: "paid-late-during-retry"
        case .secondPaymentReturned: "second-payment-returned"
        case .declined: "declined"
        case .declinedLate: "declined-late"
        case .declinedLateDuringRetry: "declined-late-during-retry"
        case .declineNotDisplayed: "decline-not-displayed"
        case .duplicateIgnored: "duplicate-ignored"
        case .contradictionIgnored: "contradiction-ignored"
        case .notApplied: "not-applied"
        }
    }
}
