internal import Events
public import Exploration
public import Payments
internal import Replay
internal import SourceText
public import Stories

/// What scenarios made happen, and what could have happened but never did.
public struct Coverage: Sendable {
    /// A rule, as the deadline of a connector's attempt saw it.
    public struct Cell: Hashable, Sendable {
        public let connector: String
        /// The folder of the connector's configuration, if others have one with this identifier.
        public let folder: String?
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

    /// What happened in `results`, of what can happen as `reach` says, and of what happened although
    /// the search does not reach it.
    public init(of results: some Sequence<ScenarioResult>, within reach: Reach) {
        var counts = CoverageCounts()
        for result in results { counts.add(result, reach) }
        rules = Self.counted(reach.rules, counts.rules) { .rule($0) }
        cells = Self.counted(reach.cells, counts.cells) { .cell($0) }
        encounters = Self.counted(reach.encounters, counts.encounters) { .encounter($0) }
    }

    private static func counted<Thing: Hashable>(
        _ reached: [Thing], _ counts: [Thing: Int], _ gap: (Thing) -> Gap
    ) -> [(Thing, Int)] {
        let known = Set(reached)
        let others = counts.keys.filter { !known.contains($0) }
            .sorted { ByteOrder.precedes(gap($0).name, gap($1).name) }
        return (reached + others).map { ($0, counts[$0] ?? 0) }
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

    mutating func add(_ result: ScenarioResult, _ reach: Reach) {
        guard let book = result.book else { return }
        let folder = result.configuration ?? ""
        for story in book.stories {
            for step in story.steps { add(step, story.world, folder, reach) }
        }
    }

    private mutating func add(_ step: StoryStep, _ world: World, _ folder: String, _ reach: Reach) {
        rules[step.step.rule, default: 0] += 1
        let encounter = Witnesses.Encounter(
            status: step.step.from, trigger: step.event?.action.trigger ?? .timer)
        encounters[encounter, default: 0] += 1
        guard let connector = step.connectorMethod.flatMap(world.connector) else { return }
        let cell = Coverage.Cell(
            connector: connector.id, folder: reach.folder(folder, naming: connector.id),
            rule: step.step.rule, moment: step.moment)
        cells[cell, default: 0] += 1
    }
}
