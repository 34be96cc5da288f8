internal import Payments

/// Everything that the report counts. Tallies of parts add up to that of the whole.
struct ReplayTally {
    struct MoneyTally {
        var created: Int128 = 0
        var completed: Int128 = 0
        var returned: Int128 = 0
        var outstanding: Int128 = 0
        var isUsed = false
    }

    private(set) var payments = 0
    /// By raw value of the status.
    private(set) var countsByStatus = [Int](repeating: 0, count: Status.allCases.count)
    /// In the order of the configuration.
    private(set) var connectors: [ConnectorTally]
    /// By index of the currency.
    private(set) var money: [MoneyTally]
    /// By raw value of the rule.
    private(set) var rules = [Int](repeating: 0, count: Rule.allCases.count)
    /// By raw value of the kind.
    private(set) var anomalies = [Int](repeating: 0, count: Anomaly.allCases.count)

    init(_ setup: ReplaySetup) {
        connectors = setup.connectors.map { _ in ConnectorTally() }
        money = Currency.all.map { _ in MoneyTally() }
    }

    /// Counts what is in a ledger whose stream has ended, and lists what was returned. That follows
    /// from the states: an attempt that is returned was returned when its result came.
    mutating func add(
        _ ledger: borrowing Ledger, _ setup: ReplaySetup, _ returned: inout [BalanceEntry]
    ) {
        let places = setup.methods.map { $0.connector }
        for position in 0..<ledger.entries.count {
            add(ledger.entries.pointer(at: position), places, &returned)
        }
        for rule in rules.indices { rules[rule] += ledger.ruleCounts[rule] }
        for note in 0..<ledger.anomalies.count {
            anomalies[Int(ledger.anomalies.pointer(at: note).pointee.kind.rawValue)] += 1
        }
    }

    /// `connectorPlaces` are the places of the connectors by the symbols of their methods.
    @inline(__always)
    private mutating func add(
        _ entry: UnsafeMutablePointer<LedgerEntry>, _ connectorPlaces: [Int],
        _ returned: inout [BalanceEntry]
    ) {
        guard let status = entry.pointee.payment.status else { return }
        countsByStatus[Int(status.rawValue)] += 1
        payments += 1
        let currency = Int(entry.pointee.payment.currency.index)
        let amount = Int128(entry.pointee.payment.amount)
        money[currency].isUsed = true
        money[currency].created += amount
        if let paidBy = entry.pointee.payment.paidBy {
            money[currency].completed += Int128(paidBy.amount)
        } else {
            money[currency].outstanding += amount
        }
        for index in 0..<entry.pointee.payment.attemptCount {
            let attempt = entry.pointee.payment[attempt: index]
            if attempt.isReturned, let at = attempt.resultAt {
                money[currency].returned += Int128(attempt.amount)
                returned.append(
                    BalanceEntry(
                        client: entry.pointee.text.client, payment: entry.pointee.text.payment,
                        attempt: attempt.id, at: at, amount: attempt.amount,
                        currency: entry.pointee.payment.currency))
            }
            let method = Int(attempt.method.rawValue)
            if method < connectorPlaces.count { connectors[connectorPlaces[method]].add(attempt) }
        }
    }

    /// Adds the counts of another part of the payments.
    mutating func add(_ other: ReplayTally) {
        payments += other.payments
        for index in countsByStatus.indices { countsByStatus[index] += other.countsByStatus[index] }
        for index in connectors.indices { connectors[index].add(other.connectors[index]) }
        for index in money.indices { money[index].add(other.money[index]) }
        for index in rules.indices { rules[index] += other.rules[index] }
        for index in anomalies.indices { anomalies[index] += other.anomalies[index] }
    }
}

extension ReplayTally.MoneyTally {
    fileprivate mutating func add(_ other: Self) {
        created += other.created
        completed += other.completed
        returned += other.returned
        outstanding += other.outstanding
        isUsed = isUsed || other.isUsed
    }
}

/// What became of the attempts of a connector.
struct ConnectorTally {
    private(set) var attempts = 0
    private(set) var succeeded = 0
    private(set) var failed = 0
    private(set) var expired = 0
    private(set) var lateSucceeded = 0
    private(set) var lateFailed = 0
    private(set) var unanswered = 0
    private(set) var durations = DurationHistogram()

    @inline(__always)
    fileprivate mutating func add(_ attempt: Attempt) {
        attempts += 1
        expired += attempt.isExpired ? 1 : 0
        switch attempt.outcome {
        case .succeeded:
            succeeded += 1
            lateSucceeded += attempt.isLate ? 1 : 0
        case .failed:
            failed += 1
            lateFailed += attempt.isLate ? 1 : 0
        case nil: unanswered += 1
        }
        if let resultAt = attempt.resultAt {
            // More than 292 years need all 64 bits; no result comes before its attempt.
            durations.add(
                UInt64(bitPattern: resultAt.nanoseconds &- attempt.startedAt.nanoseconds))
        }
    }

    fileprivate mutating func add(_ other: ConnectorTally) {
        attempts += other.attempts
        succeeded += other.succeeded
        failed += other.failed
        expired += other.expired
        lateSucceeded += other.lateSucceeded
        lateFailed += other.lateFailed
        unanswered += other.unanswered
        durations.add(other.durations)
    }
}
