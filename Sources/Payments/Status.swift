/// Where a payment stands (contract, section 1).
public enum Status: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case waiting, processing, completed

    /// The name in every input and output.
    public var name: String {
        switch self {
        case .waiting: "waiting-for-payment"
        case .processing: "processing"
        case .completed: "completed"
        }
    }
}

/// What the gateway said of an attempt.
public enum Outcome: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case succeeded, failed

    /// The name in every input and output.
    public var name: String {
        switch self {
        case .succeeded: "succeeded"
        case .failed: "failed"
        }
    }
}
