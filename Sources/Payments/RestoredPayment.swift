extension Attempt {
    /// An attempt as it was kept; nil where its parts contradict each other.
    public init?(
        id: AttemptKey, method: Symbol, amount: Int64, startedAt: Timestamp, deadline: Timestamp?,
        resultAt: Timestamp?, error: GatewayError?, marks: UInt8
    ) {
        self.init(id: id, method: method, amount: amount, startedAt: startedAt)
        self.deadline = deadline
        storedResultAt = resultAt ?? Self.absent
        self.error = error
        flags = Flags(rawValue: marks)
        let hasOneOutcome = flags.isDisjoint(with: [.succeeded, .failed]) == (resultAt == nil)
        guard marks < 32, (1...WrittenAmount.mostMinorUnits).contains(amount),
            flags.contains(.error) == (error != nil), hasOneOutcome,
            resultAt ?? startedAt >= startedAt, deadline ?? startedAt >= startedAt,
            !flags.isSuperset(of: [.succeeded, .failed]), !isExpired || deadline != nil,
            !isReturned || flags.contains(.succeeded)
        else { return nil }
    }

    /// What else is known of it, a bit each: expired, succeeded, failed, returned, has an error.
    public var marks: UInt8 { flags.rawValue }
}

extension Payment {
    /// The attempts that the payment points to, by their positions in starting order.
    public struct Positions: Sendable, Equatable {
        /// The attempt that a processing payment is processing.
        public var current: Int32?
        /// The attempt whose timer is armed.
        public var armed: Int32?
        public var paidBy: Int32?
        /// The attempt whose error is displayed.
        public var displayed: Int32?

        public init(current: Int32?, armed: Int32?, paidBy: Int32?, displayed: Int32?) {
            self.current = current
            self.armed = armed
            self.paidBy = paidBy
            self.displayed = displayed
        }

        fileprivate var all: [Int32] { [current, armed, paidBy, displayed].compactMap(\.self) }
    }

    /// The attempts that the payment points to.
    public var positions: Positions {
        Positions(current: current, armed: armed, paidBy: paidByPosition, displayed: displayed)
    }

    /// Adds an attempt to a payment that is being restored; false if it has it already.
    public mutating func restore(_ attempt: Attempt) -> Bool {
        guard position(of: attempt.id) == nil else { return false }
        _ = append(attempt)
        return true
    }

    /// Makes a payment, whose attempts were restored, what it was; false where that contradicts itself
    /// or what must hold for every payment.
    public mutating func restore(
        client: Symbol, method: Symbol, amount: Int64, currency: Currency, status: Status,
        createdAt: Timestamp, changedAt: Timestamp, positions: Positions
    ) -> Bool {
        guard positions.all.allSatisfy({ $0 >= 0 && $0 < attemptCount }) else { return false }
        storedClient = client
        storedMethod = method
        storedAmount = amount
        storedCurrency = currency
        storedStatus = status
        storedCreatedAt = createdAt
        storedChangedAt = changedAt
        current = positions.current
        armed = positions.armed
        paidByPosition = positions.paidBy
        displayed = positions.displayed
        return isConsistent(in: status)
    }

    private func isConsistent(in status: Status) -> Bool {
        (1...WrittenAmount.mostMinorUnits).contains(amount)
            && status.hasCurrentAttempt == (current != nil)
            && status.isPaid == (paidBy?.outcome == .succeeded)
            && status.isPaid == (paidByPosition != nil)
            && (status.mayShowError || displayed == nil) && (status.mayHaveTimer || armed == nil)
            && !(paidBy?.isReturned ?? false) && (armed == nil) == (timer == nil)
    }
}
