/// One try to pay a payment through one method.
///
/// Absent times are stored as a value that no event can have, to keep an attempt within 56 bytes:
/// there are as many attempts as there are payments in a stream, and more.
public struct Attempt: Sendable, Equatable {
    public let id: AttemptKey
    /// In minor units of the payment's currency.
    public let amount: Int64
    public let startedAt: Timestamp
    @usableFromInline var storedDeadline = Attempt.absent
    @usableFromInline var storedResultAt = Attempt.absent
    public let method: Symbol
    @usableFromInline var errorCode = Attempt.absentText
    @usableFromInline var errorMessage = Attempt.absentText
    @usableFromInline var flags = Flags(rawValue: 0)

    @inlinable static var absent: Timestamp { Timestamp(nanoseconds: .min) }
    @inlinable static var absentText: Symbol { Symbol(rawValue: .max) }

    @usableFromInline
    struct Flags: OptionSet, Sendable {
        @usableFromInline let rawValue: UInt8

        @inlinable
        init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        @inlinable static var expired: Flags { Flags(rawValue: 1) }
        @inlinable static var succeeded: Flags { Flags(rawValue: 2) }
        @inlinable static var failed: Flags { Flags(rawValue: 4) }
        @inlinable static var returned: Flags { Flags(rawValue: 8) }
        @inlinable static var error: Flags { Flags(rawValue: 16) }
    }

    /// An attempt that was just started. `deadline` is when its timer fires, nil if it has none.
    @inlinable
    @inline(__always)
    public init(
        id: AttemptKey, method: Symbol, amount: Int64, startedAt: Timestamp,
        deadline: Timestamp? = nil
    ) {
        self.id = id
        self.method = method
        self.amount = amount
        self.startedAt = startedAt
        storedDeadline = deadline ?? Self.absent
    }

    /// When its timer fires, or would have fired; nil if none was armed.
    @inlinable
    public internal(set) var deadline: Timestamp? {
        get { storedDeadline.nanoseconds == .min ? nil : storedDeadline }
        set { storedDeadline = newValue ?? Self.absent }
    }

    /// Whether its timer fired, which it did at `deadline`.
    @inlinable
    public internal(set) var isExpired: Bool {
        get { flags.rawValue & 1 != 0 }
        set { set(.expired, newValue) }
    }

    /// What the gateway said; a success after a failure replaces it.
    @inlinable
    public var outcome: Outcome? {
        flags.rawValue & 2 != 0 ? .succeeded : flags.rawValue & 4 != 0 ? .failed : nil
    }

    /// When the result that gave `outcome` came.
    @inlinable
    public var resultAt: Timestamp? {
        storedResultAt.nanoseconds == .min ? nil : storedResultAt
    }

    /// Whether the result came after the deadline.
    @inlinable
    public var isLate: Bool {
        guard let deadline, let resultAt else { return false }
        return resultAt > deadline
    }

    /// Whether its amount was returned to the client's balance.
    @inlinable
    public internal(set) var isReturned: Bool {
        get { flags.rawValue & 8 != 0 }
        set { set(.returned, newValue) }
    }

    /// The error of the failed result that was applied, kept even if the outcome changes.
    @inlinable
    public internal(set) var error: GatewayError? {
        get {
            guard flags.rawValue & 16 != 0 else { return nil }
            return GatewayError(
                code: errorCode.rawValue == .max ? nil : errorCode,
                message: errorMessage.rawValue == .max ? nil : errorMessage)
        }
        set {
            set(.error, newValue != nil)
            errorCode = newValue?.code ?? Self.absentText
            errorMessage = newValue?.message ?? Self.absentText
        }
    }

    @inlinable
    mutating func record(_ outcome: Outcome, at time: Timestamp) {
        set(.succeeded, outcome == .succeeded)
        set(.failed, outcome == .failed)
        storedResultAt = time
    }

    @inlinable
    mutating func set(_ flag: Flags, _ isOn: Bool) {
        if isOn { flags.formUnion(flag) } else { flags.subtract(flag) }
    }
}
