/// A number for an identifier or a text: equal symbols of one table have equal Unicode scalars.
public struct Symbol: Sendable, Hashable, BitwiseCopyable {
    public let rawValue: UInt32

    @inlinable
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }
}

/// A number for an attempt's identifier: equal keys of one payment have equal identifiers. Keys of
/// different payments have nothing to do with each other.
public struct AttemptKey: Sendable, Hashable, BitwiseCopyable {
    public let rawValue: UInt64

    @inlinable
    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }
}

/// An event of one payment (`spec/formats.md`), with its identifiers as symbols.
public struct PaymentEvent: Sendable {
    public let at: Timestamp
    public let action: Action

    @inlinable
    public init(at: Timestamp, action: Action) {
        self.at = at
        self.action = action
    }

    public enum Action: Sendable {
        /// `amount` in minor units of `currency`.
        case created(client: Symbol, method: Symbol, amount: Int64, currency: Currency)
        /// Without a method or an amount, the payment's.
        case attempted(attempt: AttemptKey, method: Symbol?, amount: WrittenAmount?)
        case succeeded(attempt: AttemptKey)
        case failed(attempt: AttemptKey, error: GatewayError)
    }

    /// Whether the event is a `gateway.result`, which is in time exactly at the deadline.
    @inlinable
    public var isResult: Bool {
        switch action {
        case .created, .attempted: false
        case .succeeded, .failed: true
        }
    }

    /// The attempt that the event names, if it names one.
    @inlinable
    public var attempt: AttemptKey? {
        switch action {
        case .created: nil
        case .attempted(let attempt, _, _), .succeeded(let attempt), .failed(let attempt, _):
            attempt
        }
    }
}

/// The error of a failed result; both parts are absent if it gave none.
public struct GatewayError: Sendable, Hashable, BitwiseCopyable {
    public let code: Symbol?
    public let message: Symbol?

    @inlinable
    public init(code: Symbol?, message: Symbol?) {
        self.code = code
        self.message = message
    }
}
