internal import Events
internal import Payments

/// Everything that the report counts. Tallies of parts add up to that of the whole.
struct ReplayTally {
    /// Sums in minor units.
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

    /// Fires the timers of a ledger that are due when its clock stops, counts what is in it, and lists
    /// what was returned: all in one walk, since a walk through millions of payments takes its time.
    mutating func add(
        _ ledger: inout Ledger, closingAt end: Timestamp?, _ setup: ReplaySetup,
        _ returned: inout [BalanceEntry]
    ) {
        let connectorIndexes = setup.methods.map { $0.connector }
        money.withUnsafeMutableBufferPointer { money in
            connectors.withUnsafeMutableBufferPointer { connectors in
                var walk = TallyWalk(
                    money: money, connectors: connectors, connectorIndexes: connectorIndexes)
                for position in 0..<ledger.entries.count {
                    if let end { ledger.close(position, at: end) }
                    walk.add(ledger.entries.pointer(at: position), &returned)
                }
                payments += walk.payments
                for index in countsByStatus.indices {
                    countsByStatus[index] += walk.countsByStatus[index]
                }
            }
        }
        add(signatures: ledger.signatureTallies)
        for rule in rules.indices { rules[rule] += ledger.ruleCounts[rule] }
        for note in 0..<ledger.anomalies.count {
            anomalies[Int(ledger.anomalies.pointer(at: note).pointee.kind.rawValue)] += 1
        }
    }

    /// Adds how often rules were applied before.
    mutating func add(ruleCounts: [Int]) {
        for index in rules.indices { rules[index] += ruleCounts[index] }
    }

    /// Adds what signatures were, by the index of the connector; nothing where nobody looked.
    mutating func add(signatures: [SignatureTally]) {
        for (index, tally) in signatures.enumerated() { connectors[index].signatures.add(tally) }
    }

    static func + (left: ReplayTally, right: ReplayTally) -> ReplayTally {
        var sum = left
        sum.add(right)
        return sum
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

/// Counts payments into memory that it reaches by address.
private struct TallyWalk {
    let money: UnsafeMutableBufferPointer<ReplayTally.MoneyTally>
    let connectors: UnsafeMutableBufferPointer<ConnectorTally>
    /// The indexes of the connectors by the symbols of their methods.
    let connectorIndexes: [Int]
    var payments = 0
    /// By raw value, with room for more statuses than there are.
    var countsByStatus = InlineArray<8, Int>(repeating: 0)

    @inline(__always)
    mutating func add(
        _ entry: UnsafeMutablePointer<LedgerEntry>, _ returned: inout [BalanceEntry]
    ) {
        guard let status = entry.pointee.payment.status else { return }
        countsByStatus[Int(status.rawValue)] &+= 1
        payments += 1
        let currency = Int(entry.pointee.payment.currency.index)
        let amount = Int128(entry.pointee.payment.amount)
        money[currency].isUsed = true
        money[currency].created += amount
        if let paidBy = entry.paidBy {
            money[currency].completed += Int128(paidBy.amount)
        } else {
            money[currency].outstanding += amount
        }
        for index in 0..<entry.attemptCount { add(entry.attempt(index), of: entry, &returned) }
    }

    @inline(__always)
    private func add(
        _ attempt: Attempt, of entry: UnsafeMutablePointer<LedgerEntry>,
        _ returned: inout [BalanceEntry]
    ) {
        // That it was returned follows from the state: it was when its result came.
        if attempt.isReturned, let at = attempt.resultAt {
            money[Int(entry.pointee.payment.currency.index)].returned += Int128(attempt.amount)
            returned.append(
                BalanceEntry(
                    client: entry.pointee.text.client, payment: entry.pointee.text.payment,
                    attempt: attempt.id, at: at, amount: attempt.amount,
                    currency: entry.pointee.payment.currency))
        }
        let method = Int(attempt.method.rawValue)
        if method < connectorIndexes.count { connectors[connectorIndexes[method]].add(attempt) }
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
