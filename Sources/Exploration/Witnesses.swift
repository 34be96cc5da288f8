public import Payments
public import Replay
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

    /// Searches what can happen through the configured method `method` of `world`.
    public init(ofMethod method: String, in world: World) {
        cells = []
        encounters = []
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
