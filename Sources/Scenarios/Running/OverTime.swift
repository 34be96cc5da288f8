internal import Payments
internal import SourceText
internal import Stories

/// What was returned to each client, summed up in the order of time.
struct BalancesOverTime {
    private var times: [Account: [Timestamp]] = [:]
    private var sums: [Account: [Int128]] = [:]

    init(_ returns: [ReturnedMoney]) {
        for entry in returns.sorted(by: { $0.at < $1.at }) {
            let account = Account(client: ExactText(entry.client), currency: entry.currency)
            let sum = (sums[account]?.last ?? 0) + Int128(entry.amount)
            times[account, default: []].append(entry.at)
            sums[account, default: []].append(sum)
        }
    }

    /// What was returned up to and including `time`; nil: in all.
    func sum(_ account: Account, upTo time: Timestamp?) -> Int128 {
        guard let times = times[account], let sums = sums[account] else { return 0 }
        let count = time.map { times.count(upTo: $0) } ?? times.count
        return count == 0 ? 0 : sums[count - 1]
    }
}

/// All anomalies in the order of time.
struct AnomaliesOverTime {
    private let times: [Timestamp]
    private let anomalies: [ExpectedAnomaly]

    init(_ anomalies: [StoryAnomaly]) {
        let sorted = anomalies.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
        times = sorted.map(\.at)
        self.anomalies = sorted.map { ExpectedAnomaly(kind: $0.kind, payment: $0.payment) }
    }

    /// Those up to and including `time`; nil: all.
    func upTo(_ time: Timestamp?) -> ArraySlice<ExpectedAnomaly> {
        anomalies.prefix(time.map { times.count(upTo: $0) } ?? times.count)
    }
}

extension [Timestamp] {
    /// How many of the times, which are sorted, are not after `time`.
    fileprivate func count(upTo time: Timestamp) -> Int {
        partitioningIndex { $0 > time }
    }
}

/// Lists in failures: long ones are cut, since every failing expectation shows its own.
enum LongList {
    static let mostItems = 50

    /// The first items, and how many more there are.
    static func text(_ items: some Sequence<String>, count: Int) -> String {
        guard count > 0 else { return "none" }
        let shown = items.prefix(mostItems).joined(separator: ", ")
        return count > mostItems ? "\(shown), … (\(count - mostItems) more)" : shown
    }
}
