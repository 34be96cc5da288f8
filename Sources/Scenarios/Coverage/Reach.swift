public import Exploration
public import Payments
internal import Replay
internal import SourceText
internal import Stories

/// What can happen in some configurations at all, with the shortest way to each: found by searching
/// the state machine, connector by connector.
public struct Reach: Sendable {
    public let rules: [Rule]
    public let cells: [Coverage.Cell]
    public let encounters: [Witnesses.Encounter]
    private let sources: [Source]

    /// What was found for a connector.
    struct Source: Sendable {
        let connector: String
        let world: TestedWorld
        let witnesses: Witnesses
    }

    /// Searches what can happen in `worlds`.
    public init(in worlds: [TestedWorld]) {
        sources = worlds.flatMap(Self.sources)
        var seen: Set<Coverage.Cell> = []
        cells = sources.flatMap { source in
            source.witnesses.cells.map { cell, _ in
                Coverage.Cell(
                    connector: source.connector, rule: cell.rule, moment: cell.moment)
            }
        }.filter { seen.insert($0).inserted }
        let reached = Set(sources.flatMap { $0.witnesses.cells.map(\.cell.rule) })
        rules = Rule.allCases.filter(reached.contains)
        var met: Set<Witnesses.Encounter> = []
        encounters = sources.flatMap { $0.witnesses.encounters.map(\.encounter) }
            .filter { met.insert($0).inserted }
    }

    /// The connectors of `world` that have a payment method, each with what can happen through one.
    private static func sources(_ world: TestedWorld) -> [Source] {
        let setup = world.world.setup
        return setup.connectors.indices.compactMap { place in
            let methods = setup.methods.filter { $0.connector == place }
            guard let method = methods.first(where: \.isActive) ?? methods.first else { return nil }
            return Source(
                connector: setup.connectors[place].id, world: world,
                witnesses: Witnesses(ofMethod: method.id, in: world.world))
        }
    }

    /// The shortest events that close `gap`, and the configuration in which they do; nil if none do.
    func way(to gap: Coverage.Gap) -> (witness: Witnesses.Witness, world: TestedWorld)? {
        for source in sources {
            if let witness = source.witness(of: gap) { return (witness, source.world) }
        }
        return nil
    }
}

extension Reach.Source {
    func witness(of gap: Coverage.Gap) -> Witnesses.Witness? {
        switch gap {
        case .rule(let rule):
            return witnesses.cells.first { $0.cell.rule == rule }?.witness
        case .cell(let cell):
            guard ByteOrder.equal(cell.connector, connector) else { return nil }
            return witnesses[Witnesses.Cell(rule: cell.rule, moment: cell.moment)]
        case .encounter(let encounter): return witnesses[encounter]
        }
    }
}
