/// One try to pay a payment through one method.
///
/// Absent times are stored as a value that no event can have, to keep an attempt at 56 bytes: there
/// are as many attempts as there are payments in a stream, and more.
public struct Attempt: Sendable {
    public let id: Symbol
    public let method: Symbol
    /// In minor units of the payment's currency.
    public let amount: Int64
    public let startedAt: Timestamp
    private var storedDeadline = absent
    private var storedResultAt = absent
    private var errorCode = absentText
    private var errorMessage = absentText
    private var flags: Flags = []

    private static let absent = Timestamp(nanoseconds: .min)
    private static let absentText = Symbol(rawValue: .max)

    private struct Flags: OptionSet {
        let rawValue: UInt8
        static let expired = Flags(rawValue: 1)
        static let succeeded = Flags(rawValue: 2)
        static let failed = Flags(rawValue: 4)
        static let returned = Flags(rawValue: 8)
        static let error = Flags(rawValue: 16)
    }

    init(id: Symbol, method: Symbol, amount: Int64, startedAt: Timestamp) {
        self.id = id
        self.method = method
        self.amount = amount
        self.startedAt = startedAt
    }

    /// When its timer fires, or would have fired; nil if none was armed.
    public internal(set) var deadline: Timestamp? {
        get { storedDeadline == Self.absent ? nil : storedDeadline }
        set { storedDeadline = newValue ?? Self.absent }
    }

    /// Whether its timer fired, which it did at `deadline`.
    public internal(set) var isExpired: Bool {
        get { flags.contains(.expired) }
        set { set(.expired, newValue) }
    }

    /// What the gateway said; a success after a failure replaces it.
    public var outcome: Outcome? {
        flags.contains(.succeeded) ? .succeeded : flags.contains(.failed) ? .failed : nil
    }

    /// When the result that gave `outcome` came.
    public var resultAt: Timestamp? {
        storedResultAt == Self.absent ? nil : storedResultAt
    }

    /// Whether the result came after the deadline.
    public var isLate: Bool {
        guard let deadline, let resultAt else { return false }
        return resultAt > deadline
    }

    /// Whether its amount was returned to the client's balance.
    public internal(set) var isReturned: Bool {
        get { flags.contains(.returned) }
        set { set(.returned, newValue) }
    }

    /// The error of the failed result that was applied, kept even if the outcome changes.
    public internal(set) var error: GatewayError? {
        get {
            guard flags.contains(.error) else { return nil }
            return GatewayError(
                code: errorCode == Self.absentText ? nil : errorCode,
                message: errorMessage == Self.absentText ? nil : errorMessage)
        }
        set {
            set(.error, newValue != nil)
            errorCode = newValue?.code ?? Self.absentText
            errorMessage = newValue?.message ?? Self.absentText
        }
    }

    mutating func record(_ outcome: Outcome, at time: Timestamp) {
        set(.succeeded, outcome == .succeeded)
        set(.failed, outcome == .failed)
        storedResultAt = time
    }

    private mutating func set(_ flag: Flags, _ isOn: Bool) {
        if isOn { flags.insert(flag) } else { flags.remove(flag) }
    }
}
