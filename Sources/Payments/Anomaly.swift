/// What is odd about an event, in the order of the table in `spec/state-machine.md`. Anomalies never
/// stop a replay.
public enum Anomaly: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case unknownPayment
    case unknownAttempt
    case unknownMethod
    case inactiveMethod
    case currencyNotAccepted
    case amountMismatch
    case attemptWhileProcessing
    case attemptAfterCompletion
    case amountNotRepresentable
    case conflictingPayment
    case conflictingAttempt
    case contradictoryResult
    case invalidSignature

    /// The stable name in every output.
    public var name: String {
        switch self {
        case .unknownPayment: "unknown-payment"
        case .unknownAttempt: "unknown-attempt"
        case .unknownMethod: "unknown-method"
        case .inactiveMethod: "inactive-method"
        case .currencyNotAccepted: "currency-not-accepted"
        case .amountMismatch: "amount-mismatch"
        case .attemptWhileProcessing: "attempt-while-processing"
        case .attemptAfterCompletion: "attempt-after-completion"
        case .amountNotRepresentable: "amount-not-representable"
        case .conflictingPayment: "conflicting-payment"
        case .conflictingAttempt: "conflicting-attempt"
        case .contradictoryResult: "contradictory-result"
        case .invalidSignature: "invalid-signature"
        }
    }
}

/// The anomalies of one event; they are listed in the order of their table.
public struct Anomalies: OptionSet, Sendable, Hashable, BitwiseCopyable {
    public let rawValue: UInt16

    @inlinable
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// The set of just `anomaly`.
    @inlinable
    public init(_ anomaly: Anomaly) {
        precondition(anomaly.rawValue < RawValue.bitWidth, "a bit for each anomaly")
        self.init(rawValue: 1 << UInt16(anomaly.rawValue))
    }

    /// The members in the order of their table.
    public var list: [Anomaly] {
        Anomaly.allCases.filter { contains(Anomalies($0)) }
    }
}
