public import Exploration
internal import Parallelism
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
    /// The indices of the sources of each connector.
    private let indices: [ExactText: [Int]]
    /// Identifiers of connectors that several configurations have.
    private let ambiguous: Set<ExactText>

    /// What was found for a connector.
    struct Source: Sendable {
        let route: SearchedRoute
        /// What was found through the method of another route that is like this one.
        let witnesses: Witnesses
        let method: String
    }

    /// Searches what can happen in `worlds`. Connectors that differ by nothing but their names share
    /// a search.
    public init(in worlds: [TestedWorld]) {
        let routes = worlds.flatMap(SearchedRoute.all)
        var leaders: [SearchedRoute.Likeness: Int] = [:]
        var led: [SearchedRoute] = []
        for route in routes where leaders[route.likeness] == nil {
            leaders[route.likeness] = led.count
            led.append(route)
        }
        let all = Parallel.map(led.count) { [led] in led[$0].search() }
        let sources = routes.compactMap { route in
            leaders[route.likeness].map {
                Source(route: route, witnesses: all[$0], method: led[$0].method ?? "")
            }
        }
        self.init(sources, Self.repeated(worlds))
    }

    private init(_ sources: [Source], _ ambiguous: Set<ExactText>) {
        self.sources = sources
        self.ambiguous = ambiguous
        indices = sources.indices.reduce(into: [:]) { indices, index in
            guard let connector = sources[index].route.connector else { return }
            indices[ExactText(connector), default: []].append(index)
        }
        cells = Self.unique(sources.flatMap { $0.cells(ambiguous) })
        let reached = Set(sources.flatMap { $0.witnesses.cells.map(\.cell.rule) })
        rules = Rule.allCases.filter(reached.contains)
        encounters = Self.unique(sources.flatMap { $0.witnesses.encounters.map(\.encounter) })
    }

    private static func unique<Thing: Hashable>(_ things: [Thing]) -> [Thing] {
        var seen: Set<Thing> = []
        return things.filter { seen.insert($0).inserted }
    }

    private static func repeated(_ worlds: [TestedWorld]) -> Set<ExactText> {
        let ids = worlds.flatMap { $0.world.setup.connectors.map { ExactText($0.id) } }
        return Set(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys)
    }

    /// `folder`, if it takes that to say which connector `id` is meant.
    func folder(_ folder: String, naming id: String) -> String? {
        ambiguous.contains(ExactText(id)) ? folder : nil
    }

    /// The shortest events that close `gap`, and the configuration in which they do; nil if none do.
    func way(to gap: Coverage.Gap) -> (witness: Witnesses.Witness, world: TestedWorld)? {
        var candidates = Array(sources.indices)
        if case .cell(let cell) = gap { candidates = indices[ExactText(cell.connector)] ?? [] }
        for index in candidates {
            let source = sources[index]
            if let witness = source.witness(of: gap) {
                let own = witness.renaming(source.method, to: source.route.method ?? "")
                return (own, source.route.world)
            }
        }
        return nil
    }
}

extension Reach.Source {
    fileprivate func cells(_ ambiguous: Set<ExactText>) -> [Coverage.Cell] {
        guard let connector = route.connector else { return [] }
        let isAmbiguous = ambiguous.contains(ExactText(connector))
        return witnesses.cells.map { cell, _ in
            Coverage.Cell(
                connector: connector, folder: isAmbiguous ? route.world.name : nil,
                rule: cell.rule, moment: cell.moment)
        }
    }

    fileprivate func witness(of gap: Coverage.Gap) -> Witnesses.Witness? {
        switch gap {
        case .rule(let rule):
            return witnesses.cells.first { $0.cell.rule == rule }?.witness
        case .cell(let cell):
            guard cell.folder.map({ ByteOrder.equal($0, route.world.name) }) ?? true
            else { return nil }
            return witnesses[Witnesses.Cell(rule: cell.rule, moment: cell.moment)]
        case .encounter(let encounter): return witnesses[encounter]
        }
    }
}
