import Payments
import Replay
import Stories
import Synchronization
import Testing

@testable import Exploration

/// The comment on `CanonicalForm` says why merging loses nothing. Here searches that merge are compared
/// with searches that only merge scenes which are the same in every word.
@Suite("Merging states loses nothing")
struct MergeTests {
    /// Everything that a step shows: rule, moment, anomalies, credit, verdicts, and how it stands with
    /// the payment before and after, without names and instants.
    private struct Shown: Hashable {
        let rule: Rule
        let moment: Moment
        let anomalies: UInt16
        let returned: Int64?
        let broken: [Invariant]
        let before: ShownPayment
        let after: ShownPayment
    }

    private final class Collector: Sendable {
        private let steps = Mutex<Set<Shown>>([])

        func note(_ step: Step, _ before: Payment, _ after: Payment) {
            let shown = Shown(
                rule: step.rule, moment: Moment(of: step, from: before),
                anomalies: step.anomalies.rawValue, returned: step.returned,
                broken: Invariant.allCases.filter {
                    !$0.holds(from: before, by: step, to: after)
                },
                before: ShownPayment(before, at: step.at), after: ShownPayment(after, at: step.at))
            _ = steps.withLock { $0.insert(shown) }
        }

        var all: Set<Shown> { steps.withLock { $0 } }
    }

    private static func shown(
        _ form: Form, _ world: World, _ bounds: ExplorationBounds
    ) -> (steps: Set<Shown>, states: Int) {
        let collector = Collector()
        let cast = Cast(
            world, methods: Array(world.setup.methods.indices), hasUnknownMethod: true,
            attempts: bounds.attempts)
        var search = Search(cast, bounds, form: form, threads: 2) {
            collector.note($0, $1, $2)
        }
        let states = search.run().levels.reduce(0, +)
        return (collector.all, states)
    }

    @Test(
        arguments: [
            (ReplaySetup.small, 1, 6), (.small, 2, 5), (.twoPeriods, 2, 4), (.twoPeriods, 3, 4),
        ])
    func compare(_ setup: ReplaySetup, _ attempts: Int, _ depth: Int) {
        let world = World(setup)
        let bounds = ExplorationBounds(knownAttempts: attempts, depth: depth)
        let merged = Self.shown(.canonical, world, bounds)
        let unmerged = Self.shown(.exact, world, bounds)
        #expect(merged.steps == unmerged.steps)
        #expect(merged.states < unmerged.states)
        #expect(merged.steps.count > 50)
        #expect(merged.steps.allSatisfy { $0.broken.isEmpty })
    }
}

extension ReplaySetup {
    /// Two methods whose periods differ.
    static let twoPeriods = ReplaySetup(
        connectors: [
            Connector(id: "quarter", processingPeriodMinutes: 15),
            Connector(id: "five", processingPeriodMinutes: 5),
        ],
        methods: [
            PaymentMethod(id: "card", connector: 0, isActive: true, currencies: nil),
            PaymentMethod(id: "wallet", connector: 1, isActive: true, currencies: nil),
        ])
}

/// What `states.json` shows of a payment but for names, methods and instants. Attempts have no names
/// here, so they stand in an order of their own.
private struct ShownPayment: Hashable {
    let status: Status?
    let attempts: [[Int]]

    init(_ payment: Payment, at time: Timestamp) {
        status = payment.status
        let positions = payment.positions
        attempts = payment.attempts.enumerated().map { place, attempt in
            let pointers = [
                positions.current, positions.armed, positions.paidBy, positions.displayed,
            ].map { $0 == Int32(place) ? 1 : 0 }
            let moment = attempt.deadline.map { $0 < time ? 1 : $0 == time ? 2 : 3 } ?? 0
            let flags = [
                attempt.isLate, attempt.isExpired, attempt.isReturned, attempt.error != nil,
                attempt.amount == payment.amount,
            ].map { $0 ? 1 : 0 }
            let outcome = attempt.outcome.map { Int($0.rawValue) } ?? 2
            return pointers + flags + [moment, outcome]
        }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
