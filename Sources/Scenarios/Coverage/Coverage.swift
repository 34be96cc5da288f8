public import Exploration
public import Payments
internal import Replay
public import Stories

/// What scenarios made happen, and what could have happened but never did.
public struct Coverage: Sendable {
    /// A rule, as the deadline of a connector's attempt saw it.
    public struct Cell: Hashable, Sendable {
        public let connector: String
        public let rule: Rule
        public let moment: Moment
    }

    /// How often each happened; what can happen and did not counts 0.
    public let rules: [(rule: Rule, count: Int)]
    /// By connector, rule and moment.
    public let cells: [(cell: Cell, count: Int)]
    /// By status and event.
    public let encounters: [(encounter: Witnesses.Encounter, count: Int)]

    /// What can be measured.
    public enum Measure: String, Sendable, CaseIterable {
        case rules, deadlines, statuses
    }

    /// Something that can happen and did not.
    public enum Gap: Sendable, Hashable {
        case rule(Rule)
        case cell(Cell)
        case encounter(Witnesses.Encounter)
    }

    /// What happened in `books`, of what can happen as `reach` says.
    public init(of books: some Sequence<StoryBook>, within reach: Reach) {
        var counts = CoverageCounts()
        for book in books { counts.add(book) }
        rules = reach.rules.map { ($0, counts.rules[$0] ?? 0) }
        cells = reach.cells.map { ($0, counts.cells[$0] ?? 0) }
        encounters = reach.encounters.map { ($0, counts.encounters[$0] ?? 0) }
    }

    /// How many of how many happened.
    public func share(_ measure: Measure) -> (covered: Int, all: Int) {
        switch measure {
        case .rules: (rules.count { $0.count > 0 }, rules.count)
        case .deadlines: (cells.count { $0.count > 0 }, cells.count)
        case .statuses: (encounters.count { $0.count > 0 }, encounters.count)
        }
    }

    /// What never happened.
    public func gaps(_ measure: Measure) -> [Gap] {
        switch measure {
        case .rules: rules.filter { $0.count == 0 }.map { .rule($0.rule) }
        case .deadlines: cells.filter { $0.count == 0 }.map { .cell($0.cell) }
        case .statuses: encounters.filter { $0.count == 0 }.map { .encounter($0.encounter) }
        }
    }
}

/// How often each thing happened.
private struct CoverageCounts {
    private(set) var rules: [Rule: Int] = [:]
    private(set) var cells: [Coverage.Cell: Int] = [:]
    private(set) var encounters: [Witnesses.Encounter: Int] = [:]

    mutating func add(_ book: StoryBook) {
        for story in book.stories {
            for step in story.steps { add(step, story.world) }
        }
    }

    private mutating func add(_ step: StoryStep, _ world: World) {
        rules[step.step.rule, default: 0] += 1
        let encounter = Witnesses.Encounter(
            status: step.before.status, trigger: Witnesses.Trigger(step.event?.action))
        encounters[encounter, default: 0] += 1
        guard let connector = step.connectorMethod.flatMap(world.connector) else { return }
        let cell = Coverage.Cell(
            connector: connector.id, rule: step.step.rule, moment: step.moment)
        cells[cell, default: 0] += 1
    }
}
