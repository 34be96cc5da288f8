internal import Payments

/// Everything that the report counts from the states.
struct ReplayTally {
    struct ConnectorTally {
        var attempts = 0
        var succeeded = 0
        var failed = 0
        var expired = 0
        var lateSucceeded = 0
        var lateFailed = 0
        var unanswered = 0
        var durations = DurationHistogram()

        mutating func add(_ attempt: Attempt) {
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
                    UInt64(
                        bitPattern: resultAt.nanoseconds &- attempt.startedAt.nanoseconds))
            }
        }
    }

    struct MoneyTally {
        var created: Int128 = 0
        var completed: Int128 = 0
        var returned: Int128 = 0
        var outstanding: Int128 = 0
    }

    private(set) var payments = 0
    /// By raw value of the status.
    private(set) var countsByStatus = [Int](repeating: 0, count: Status.allCases.count)
    /// In the order of the configuration.
    private(set) var connectors: [ConnectorTally]
    /// By index of the currency; nil where no payment has it.
    private(set) var money: [MoneyTally?]

    init(_ result: ReplayResult) {
        let setup = result.request.setup
        connectors = setup.connectors.map { _ in ConnectorTally() }
        money = Currency.all.map { _ in nil }
        for shard in result.shards {
            for position in 0..<shard.ledger.entries.count {
                let payment = shard.ledger.entries[position].payment
                guard let status = payment.status else { continue }
                countsByStatus[Int(status.rawValue)] += 1
                add(payment, setup)
            }
        }
    }

    private mutating func add(_ payment: Payment, _ setup: ReplaySetup) {
        payments += 1
        var sums = money[Int(payment.currency.index)] ?? MoneyTally()
        sums.created += Int128(payment.amount)
        if let paidBy = payment.paidBy {
            sums.completed += Int128(paidBy.amount)
        } else {
            sums.outstanding += Int128(payment.amount)
        }
        for index in 0..<payment.attemptCount {
            let attempt = payment[attempt: index]
            if attempt.isReturned { sums.returned += Int128(attempt.amount) }
            let method = Int(attempt.method.rawValue)
            if method < setup.methods.count {
                connectors[setup.methods[method].connector].add(attempt)
            }
        }
        money[Int(payment.currency.index)] = sums
    }
}
