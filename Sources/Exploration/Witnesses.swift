public import Events
public import Payments
internal import Replay
internal import SourceText
public import Stories

/// For what can happen to a payment that is paid through one method: the shortest sequence of events
/// that makes it happen, found by a bounded exhaustive search.
public struct Witnesses: Sendable {
    /// A rule, and when it was applied as the deadline sees it.
    public struct Cell: Hashable, Sendable {
        public let rule: Rule
        public let moment: Moment

        public init(rule: Rule, moment: Moment) {
            self.rule = rule
            self.moment = moment
        }
    }

    /// What a step answers to.
    public enum Trigger: UInt8, Sendable, CaseIterable {
        case created, attempted, succeeded, failed, timer
    }

    /// A status, nil where no payment exists, and what meets it.
    public struct Encounter: Hashable, Sendable {
        public let status: Status?
        public let trigger: Trigger

        public init(status: Status?, trigger: Trigger) {
            self.status = status
            self.trigger = trigger
        }
    }

    /// Events whose last one makes something happen, or the timer that fires where the clock
    /// stops.
    public struct Witness: Sendable {
        /// In the order in which they apply; all of one payment.
        public let events: [RecordedEvent]
        /// Where the clock stops: at the last event, or where the timer fires.
        public let end: Timestamp
    }

    /// What was reached, in the order of rules and moments.
    public let cells: [(cell: Cell, witness: Witness)]
    /// What was reached, in the order of statuses (none first) and triggers.
    public let encounters: [(encounter: Encounter, witness: Witness)]

    /// Every rule at every moment, whether it can be reached or not.
    public static var allCells: [Cell] {
        Rule.allCases.flatMap { rule in Moment.allCases.map { Cell(rule: rule, moment: $0) } }
    }

    /// Three attempts are what rules and moments tell apart; what takes more events than three attempts
    /// are searched with, two reach. The tests compare with wider bounds.
    private static let bounds = [
        ExplorationBounds(knownAttempts: 3, depth: 5),
        ExplorationBounds(knownAttempts: 2, depth: 6),
    ]

    /// Searches what can happen through the configured method `method` of `world`; nothing can if
    /// there is no such method.
    public init(ofMethod method: String, in world: World) {
        self.init(ofMethod: method, in: world, within: Self.bounds)
    }

    init(ofMethod method: String, in world: World, within bounds: [ExplorationBounds]) {
        let methods = world.setup.methods.indices.filter {
            ByteOrder.equal(world.setup.methods[$0].id, method)
        }
        self.init(methods.isEmpty ? [] : bounds.map { Self.search(world, methods, $0) })
    }

    /// Searches what can happen through a method that `world` does not have.
    public init(ofUnknownMethodIn world: World) {
        self.init(Self.bounds.map { Self.search(world, [], $0) })
    }

    private init(_ searches: [Searched]) {
        cells = Self.allCells.compactMap { cell in
            let index = Tally.index(cell.rule, cell.moment)
            return Self.first(searches) { $0.firstOfCell[index] }.map { (cell, $0) }
        }
        encounters = Self.allEncounters.compactMap { encounter in
            let index = Tally.index(encounter.status, encounter.trigger)
            return Self.first(searches) { $0.firstOfEncounter[index] }.map { (encounter, $0) }
        }
    }

    private typealias Searched = (search: Search, tally: Tally)

    private static func search(
        _ world: World, _ methods: [Int], _ bounds: ExplorationBounds
    ) -> Searched {
        let cast = Cast(
            world, methods: methods, hasUnknownMethod: methods.isEmpty, attempts: bounds.attempts)
        var search = Search(cast, bounds, threads: 1)
        let tally = search.run().tally
        return (search, tally)
    }

    /// What the first of `searches` found that found it.
    private static func first(
        _ searches: [Searched], _ origin: (Tally) -> StepOrigin?
    ) -> Witness? {
        for (search, tally) in searches {
            if let origin = origin(tally) { return search.witness(origin) }
        }
        return nil
    }

    private static var allEncounters: [Encounter] {
        ([nil] + Status.allCases).flatMap { status in
            Trigger.allCases.map { Encounter(status: status, trigger: $0) }
        }
    }

    /// The shortest way to `cell`; nil if nothing leads there.
    public subscript(cell: Cell) -> Witness? {
        cells.first { $0.cell == cell }?.witness
    }

    /// The shortest way to `encounter`; nil if nothing leads there.
    public subscript(encounter: Encounter) -> Witness? {
        encounters.first { $0.encounter == encounter }?.witness
    }
}
