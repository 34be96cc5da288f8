public import Payments
public import Stories

/// What a bounded exhaustive search over the state machine found: all that can happen to one payment
/// (payments do not touch each other) within the bounds.
public struct Exploration: Sendable {
    public let bounds: ExplorationBounds
    /// The methods that the payment was paid through, without the one that is not configured.
    public let methods: [Method]
    /// How many states were first reached by so many events, from none on.
    public let levels: [Int]
    /// How many events were applied, each to a state at a time.
    public let moveCount: Int
    /// How often the clock was stopped in a state.
    public let closingCount: Int
    public let ending: Ending
    /// How often each rule was applied at each moment, in the order of both; also what never was.
    public let cells: [(cell: Witnesses.Cell, count: Int)]
    public let anomalies: [(kind: Anomaly, count: Int)]
    /// What does not hold, in the order of the invariants; empty if all is well.
    public let violations: [Violation]
    /// What the states take in memory, without the room that is kept for more.
    public let stateBytes: Int

    /// A method that the search pays through.
    public struct Method: Sendable, Equatable {
        public let id: String
        public let periodMinutes: Int?
    }

    /// Why the search ended.
    public enum Ending: Sendable, Equatable {
        /// More events lead to no other states than so many do.
        case closed(depth: Int)
        /// There are more states than `bounds.depth` events lead to.
        case depthReached
        /// There are more states than `ExplorationBounds.mostStates`.
        case tooManyStates
    }

    /// An invariant that does not hold, and the shortest way to see it.
    public struct Violation: Sendable {
        public let invariant: Invariant
        /// How many steps violate it.
        public let count: Int
        public let witness: Witnesses.Witness
    }

    /// The number of states.
    public var stateCount: Int { levels.reduce(0, +) }

    /// Searches in `world` to the bounds.
    ///
    /// - Parameter threads: how many cores to use; nothing that is found depends on it.
    public init(of world: World, within bounds: ExplorationBounds, threads: Int) {
        let methods = Self.methods(of: world.setup)
        let cast = Cast(
            world, methods: methods, hasUnknownMethod: true, attempts: bounds.attempts)
        var search = Search(cast, bounds, threads: threads)
        self.init(search.run(), search)
    }

    init(_ findings: Search.Findings, _ search: Search) {
        bounds = search.bounds
        methods = search.cast.configuredMethods
        levels = findings.levels
        moveCount = findings.tally.moves
        closingCount = findings.tally.closings
        ending =
            findings.isFull
            ? .tooManyStates
            : findings.isClosed ? .closed(depth: findings.levels.count - 1) : .depthReached
        let tally = findings.tally
        cells = Witnesses.allCells.map { cell in
            (cell, tally.cells[Tally.index(cell.rule, cell.moment)])
        }
        anomalies = Anomaly.allCases.map { ($0, tally.anomalies[Int($0.rawValue)]) }
        violations = Invariant.allCases.enumerated().compactMap { index, invariant in
            tally.firstViolations[index].map { origin in
                Violation(
                    invariant: invariant, count: tally.violations[index],
                    witness: search.witness(origin))
            }
        }
        stateBytes = search.table.shards.reduce(0) { $0 + $1.byteCount }
    }
}
