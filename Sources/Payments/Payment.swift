/// What a client owes, and everything that was tried to pay it: the state machine of
/// `spec/state-machine.md` as a plain value. `apply` is its only way to change; nothing here reads a clock.
///
/// It takes 112 bytes: a replay holds one for every payment of a stream.
public struct Payment: Sendable {
    // In this order no byte is lost between them: status, currency and `hasAttempts` fill up what
    // the first attempt leaves.
    /// Meaningless before `hasAttempts`.
    @usableFromInline package internal(set) var first = Attempt(
        id: AttemptKey(rawValue: 0), method: Symbol(rawValue: .max), amount: 0,
        startedAt: .earliest)
    @usableFromInline var storedStatus: Status?
    @usableFromInline var storedCurrency = Currency(index: 0)
    @usableFromInline package internal(set) var hasAttempts = false
    @usableFromInline package internal(set) var others: OtherAttempts?
    @usableFromInline var storedAmount: Int64 = 0
    @usableFromInline var storedCreatedAt = Timestamp.earliest
    @usableFromInline var storedChangedAt = Timestamp.earliest
    @usableFromInline var storedClient = Symbol(rawValue: 0)
    @usableFromInline var storedMethod = Symbol(rawValue: 0)
    @usableFromInline package internal(set) var currentIndex = OptionalPosition()
    @usableFromInline package internal(set) var armedIndex = OptionalPosition()
    @usableFromInline package internal(set) var paidByIndex = OptionalPosition()
    @usableFromInline package internal(set) var displayedIndex = OptionalPosition()

    /// A payment that only has an identifier so far.
    @inlinable
    public init() {}

    // Stored under other names, so that the state machine may be compiled into its callers, and yet
    // nobody else can change them.

    /// Nil until the payment is created: events may name it earlier.
    @inlinable
    public var status: Status? { storedStatus }

    @inlinable
    public var currency: Currency { storedCurrency }

    /// In minor units of `currency`.
    @inlinable
    public var amount: Int64 { storedAmount }

    @inlinable
    public var createdAt: Timestamp { storedCreatedAt }

    /// When `status` last changed.
    @inlinable
    public var changedAt: Timestamp { storedChangedAt }

    @inlinable
    public var client: Symbol { storedClient }

    @inlinable
    public var method: Symbol { storedMethod }

    /// The attempt that a processing payment is processing.
    @inlinable
    var current: Int32? {
        get { currentIndex.value }
        set { currentIndex.value = newValue }
    }

    /// The attempt whose timer is armed; it may outlive the payment's completion.
    @inlinable
    var armed: Int32? {
        get { armedIndex.value }
        set { armedIndex.value = newValue }
    }

    @inlinable
    var paidByPosition: Int32? {
        get { paidByIndex.value }
        set { paidByIndex.value = newValue }
    }

    /// The attempt whose error the payment card shows.
    @inlinable
    var displayed: Int32? {
        get { displayedIndex.value }
        set { displayedIndex.value = newValue }
    }

    /// The attempts in starting order.
    public var attempts: some RandomAccessCollection<Attempt> {
        (0..<attemptCount).lazy.map { [self] in self[attempt: $0] }
    }

    /// The attempt that paid it, once it is completed.
    public var paidBy: Attempt? { paidByPosition.map { self[at: $0] } }

    /// The error on the payment card; its parts are absent where the gateway gave none.
    public var displayedError: GatewayError? {
        displayed.flatMap { self[at: $0].error }
    }

    /// When the armed timer fires, nil if none is armed.
    @inlinable
    public var timer: Timestamp? { armed.flatMap { self[at: $0].deadline } }
}

/// A position among the attempts of a payment, or none, in four bytes.
@usableFromInline
package struct OptionalPosition: Sendable, BitwiseCopyable {
    /// Negative for none.
    @usableFromInline package internal(set) var stored: Int32 = -1

    @inlinable
    init() {}

    @inlinable
    var value: Int32? {
        get { stored < 0 ? nil : stored }
        set { stored = newValue ?? -1 }
    }
}
