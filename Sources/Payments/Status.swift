/// Where a payment is in its life (`spec/state-machine.md`).
///
/// What else depends on the statuses that there are is in switches without a default, so that a new status
/// does not compile before all of it is decided.
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

    /// Whether nothing leads from it to another.
    @inlinable
    public var isFinal: Bool {
        switch self {
        case .waiting, .processing: false
        case .completed: true
        }
    }

    /// Whether an attempt has paid.
    @inlinable
    public var isPaid: Bool {
        switch self {
        case .waiting, .processing: false
        case .completed: true
        }
    }

    /// Whether an attempt is under way, the payment's current one.
    @inlinable
    public var hasCurrentAttempt: Bool {
        switch self {
        case .waiting, .completed: false
        case .processing: true
        }
    }

    /// Whether a timer may be armed; a retry's outlives completion.
    var mayHaveTimer: Bool {
        switch self {
        case .waiting: false
        case .processing, .completed: true
        }
    }

    /// Whether the payment card may show an error.
    var mayShowError: Bool {
        switch self {
        case .waiting: true
        case .processing, .completed: false
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
