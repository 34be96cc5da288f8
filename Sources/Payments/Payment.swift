/// What a client owes, and everything that was tried to pay it: the state machine of the contract's
/// section 6 as a plain value. `apply` is its only way to change; nothing here reads a clock.
///
/// It takes 112 bytes: a replay holds one for every payment of a stream.
public struct Payment: Sendable {
    // In this order no byte is lost between them: `status`, `currency` and `hasAttempts` fill up what
    // the first attempt leaves.
    /// Meaningless before `hasAttempts`.
    package internal(set) var first = Attempt(
        id: AttemptKey(rawValue: 0), method: Symbol(rawValue: .max), amount: 0,
        startedAt: .earliest)
    /// Nil until the payment is created: events may name it earlier.
    public internal(set) var status: Status?
    public internal(set) var currency: Currency
    package internal(set) var hasAttempts = false
    package internal(set) var others: OtherAttempts?
    /// In minor units of `currency`.
    public internal(set) var amount: Int64
    public internal(set) var createdAt: Timestamp
    /// When `status` last changed.
    public internal(set) var changedAt: Timestamp
    public internal(set) var client: Symbol
    public internal(set) var method: Symbol
    package private(set) var currentPlace = OptionalPosition()
    package private(set) var armedPlace = OptionalPosition()
    package private(set) var paidByPlace = OptionalPosition()
    package private(set) var displayedPlace = OptionalPosition()

    /// A payment of which only the identifier is known yet.
    public init() {
        client = Symbol(rawValue: 0)
        method = Symbol(rawValue: 0)
        amount = 0
        createdAt = .earliest
        changedAt = .earliest
        currency = Currency(index: 0)
    }

    /// The attempt that a processing payment is processing.
    var current: Int32? {
        get { currentPlace.value }
        set { currentPlace.value = newValue }
    }

    /// The attempt whose timer is armed; it may outlive the payment's completion.
    var armed: Int32? {
        get { armedPlace.value }
        set { armedPlace.value = newValue }
    }

    var paidByPosition: Int32? {
        get { paidByPlace.value }
        set { paidByPlace.value = newValue }
    }

    /// The attempt whose error the payment card shows.
    var displayed: Int32? {
        get { displayedPlace.value }
        set { displayedPlace.value = newValue }
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
    public var timer: Timestamp? { armed.flatMap { self[at: $0].deadline } }
}

/// A position among the attempts of a payment, or none, in four bytes.
package struct OptionalPosition: Sendable, BitwiseCopyable {
    /// Negative for none.
    package private(set) var stored: Int32 = -1

    var value: Int32? {
        get { stored < 0 ? nil : stored }
        set { stored = newValue ?? -1 }
    }
}
