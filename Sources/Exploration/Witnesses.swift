public import Payments
public import Replay
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

    /// Events that make something happen in their last step, if the clock stops at `end`.
    public struct Witness: Sendable {
        /// In the order in which they apply; all of one payment.
        public let events: [RecordedEvent]
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

    /// Two attempts and so many events reach all that any number does; the tests compare.
    static let bounds = ExplorationBounds(knownAttempts: 2, depth: 8)

    /// Searches what can happen through the configured method `method` of `world`; nothing can if
    /// there is no such method.
    public init(ofMethod method: String, in world: World) {
        self.init(ofMethod: method, in: world, within: Self.bounds)
    }

    init(ofMethod method: String, in world: World, within bounds: ExplorationBounds) {
        let place = world.setup.methods.firstIndex { ByteOrder.equal($0.id, method) }
        guard let place else {
            (cells, encounters) = ([], [])
            return
        }
        let cast = Cast(
            world, methods: [place], hasUnknownMethod: false, attempts: bounds.attempts)
        var search = Search(cast, bounds, threads: 1)
        let tally = search.run().tally
        cells = Self.allCells.compactMap { cell in
            tally.firstOfCell[Tally.index(cell.rule, cell.moment)].map {
                (cell, search.witness($0))
            }
        }
        encounters = Self.allEncounters.compactMap { encounter in
            tally.firstOfEncounter[Tally.index(encounter.status, encounter.trigger)].map {
                (encounter, search.witness($0))
            }
        }
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
