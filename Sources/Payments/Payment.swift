/// What a client owes, and everything that was tried to pay it: the state machine of the contract's
/// section 6 as a plain value. `apply` is its only way to change; nothing here reads a clock.
public struct Payment: Sendable {
    public internal(set) var client: Symbol
    public internal(set) var method: Symbol
    /// In minor units of `currency`.
    public internal(set) var amount: Int64
    public internal(set) var createdAt: Timestamp
    /// When `status` last changed.
    public internal(set) var changedAt: Timestamp
    var attemptList = AttemptList()
    /// The attempt that a processing payment is processing.
    var current: Int32?
    /// The attempt whose timer is armed; it may outlive the payment's completion.
    var armed: Int32?
    var paidByPosition: Int32?
    /// The attempt whose error the payment card shows.
    var displayed: Int32?
    /// Nil until the payment is created: events may name it earlier.
    public internal(set) var status: Status?
    public internal(set) var currency: Currency

    /// A payment of which only the identifier is known yet.
    public init() {
        client = Symbol(rawValue: 0)
        method = Symbol(rawValue: 0)
        amount = 0
        createdAt = .earliest
        changedAt = .earliest
        currency = Currency(index: 0)
    }

    /// The attempts in starting order.
    public var attempts: some RandomAccessCollection<Attempt> {
        (0..<attemptList.count).lazy.map { [attemptList] in attemptList[Int32($0)] }
    }

    /// The attempt that paid it, once it is completed.
    public var paidBy: Attempt? { paidByPosition.map { attemptList[$0] } }

    /// The error on the payment card; its parts are absent where the gateway gave none.
    public var displayedError: GatewayError? {
        displayed.flatMap { attemptList[$0].error }
    }

    /// When the armed timer fires, nil if none is armed.
    public var timer: Timestamp? { armed.flatMap { attemptList[$0].deadline } }
}

extension Payment {
    /// The number of attempts.
    public var attemptCount: Int { attemptList.count }

    /// The attempt at `position` in starting order.
    public subscript(attempt position: Int) -> Attempt { attemptList[Int32(position)] }
}
