import Documents
import SourceText

/// Visits each location of a value under a schema, with all the schemas that describe what is
/// there: whether that is secret depends on all of them.
struct LocationWalk {
    private let code: Code
    private let map: SecrecyMap
    private var known: Set<Location> = []
    private var pending: [Location] = []
    private var reached: Set<BlockID> = []
    private var found: Set<NodeID> = []
    private(set) var literals: [Node] = []

    /// The schemas of one value, sorted.
    private struct Location: Hashable {
        let blocks: [BlockID]
        /// Whether something that holds the value is secret.
        let isInSecret: Bool
    }

    /// Well above what real schemas need, and low enough to stay fast. A step is a schema that is looked at for
    /// one value.
    private var stepsLeft = 2_000_000

    init(_ code: Code) {
        self.code = code
        map = code.secrecy
    }

    mutating func run(from root: BlockID) {
        visit([root], isInSecret: false)
        drain()
        // Unreachable schemas are looked at by themselves.
        for block in code.program.blocks.indices
        where stepsLeft > 0 && !reached.contains(BlockID(block)) {
            visit([BlockID(block)], isInSecret: false)
            drain()
        }
    }

    private mutating func drain() {
        while let location = pending.popLast() {
            look(location)
            guard stepsLeft > 0 else { return addAll() }
        }
    }

    private mutating func addAll() {
        pending = []
        for origin in code.program.blockOrigins {
            add(SchemaLiterals.secretValues(of: origin.schema))
        }
    }

    private mutating func visit(_ roots: [BlockID], isInSecret: Bool) {
        var blocks: Set<BlockID> = []
        var rest = roots.filter { $0 >= 0 }
        while let block = rest.popLast() {
            if blocks.insert(block).inserted { rest += map.edges[Int(block)].same }
        }
        guard !blocks.isEmpty else { return }
        reached.formUnion(blocks)
        let location = Location(blocks: blocks.sorted(), isInSecret: isInSecret)
        if known.insert(location).inserted { pending.append(location) }
    }

    private mutating func look(_ location: Location) {
        let blocks = location.blocks.map(Int.init)
        let isSecret =
            location.isInSecret
            || blocks.contains { code.program.blocks[$0].flags.contains(.isSecret) }
        for schema in blocks.map({ code.program.blockOrigins[$0].schema }) {
            if isSecret {
                add(SchemaLiterals.secretValues(of: schema))
            } else {
                for value in SchemaLiterals.values(of: schema) {
                    addSecrets(in: value, location.blocks)
                }
            }
        }
        guard affords(blocks) else { return }
        for children in children(of: blocks) { visit(children, isInSecret: isSecret) }
    }

    private mutating func add(_ values: [Node]) {
        for value in values where found.insert(NodeID(value)).inserted { literals.append(value) }
    }

    /// A default of an object may hold a secret.
    private mutating func addSecrets(in value: Node, _ blocks: [BlockID]) {
        guard value.count > 0 else { return }
        let size = Int(value.record.next) - value.index
        let (cost, overflow) = size.multipliedReportingOverflow(by: blocks.count)
        stepsLeft = overflow || cost > stepsLeft ? 0 : stepsLeft - cost
        guard stepsLeft > 0 else { return }
        let disclosure = DocumentView.withView(of: value.document) { view in
            DisclosureFinder.disclosure(
                of: value.index, code, view, blocks, hidesUndeclared: true)
        }
        add(disclosure.hidden.map(\.node))
    }

    // MARK: What is below

    /// Takes what it costs to find the schemas below; whether there are steps left.
    private mutating func affords(_ blocks: [Int]) -> Bool {
        let edges = blocks.map { map.edges[$0] }
        let plans = edges.flatMap(\.objects).map { code.program.objects[$0] }
        let items = edges.flatMap(\.items).map { code.program.items[$0] }
        let any = edges.reduce(0) { $0 + $1.children.count }
        let names = plans.reduce(0) { $0 + Int($1.properties.count) }
        let patterns = plans.reduce(0) { $0 + Int($1.patterns.count) }
        let prefix = items.map { Int($0.prefix.count) }.max() ?? 0
        let costs = [
            (names, plans.count + patterns + any), (patterns, 1 + any),
            (prefix + 1, items.count + any), (blocks.count, 1),
        ]
        for (count, each) in costs {
            let (cost, overflow) = count.multipliedReportingOverflow(by: each)
            stepsLeft = overflow || cost > stepsLeft ? 0 : stepsLeft - cost
        }
        return stepsLeft > 0
    }

    /// The schemas of each value below: of the members by their names, of those that patterns take, of the
    /// elements by their positions, and of the rest.
    private func children(of blocks: [Int]) -> [[BlockID]] {
        let edges = blocks.map { map.edges[$0] }
        let any = edges.flatMap(\.children)
        let plans = edges.flatMap(\.objects).map { NamedPlan($0, code.program) }
        let items = edges.flatMap(\.items).map { code.program.items[$0] }
        let names = Set(plans.flatMap(\.entries.keys))
        let members = names.map { name in plans.flatMap { schemas(of: name, $0) } + any }
        let patterned = plans.flatMap(\.patterns).map { [$0.block] + any }
        let others = plans.map(\.additional) + any
        let prefix = items.map { Int($0.prefix.count) }.max() ?? 0
        let elements = (0..<prefix).map { position in
            items.map { element(at: position, $0) } + any
        }
        return members + patterned + [others] + elements + [items.map(\.rest) + any]
    }

    private func schemas(of name: ExactText, _ plan: NamedPlan) -> [BlockID] {
        let own = plan.entries[name]
        let patterns = plan.patterns.filter {
            code.program.patterns[Int($0.pattern)].mayMatch(name.text)
        }
        let isTaken = own?.isDeclared == true || !patterns.isEmpty
        return [own?.block ?? .none] + patterns.map(\.block) + (isTaken ? [] : [plan.additional])
    }

    private func element(at position: Int, _ plan: ItemsPlan) -> BlockID {
        position < Int(plan.prefix.count)
            ? code.program.blockLists[Int(plan.prefix.start) + position] : plan.rest
    }
}

/// What an object's schema says of its members, by their names.
private struct NamedPlan {
    let entries: [ExactText: PropertyEntry]
    let patterns: [PatternEntry]
    let additional: BlockID

    init(_ index: Int, _ program: SchemaProgram) {
        let plan = program.objects[index]
        let names = program.objectOrigins[index].names.map { ExactText($0) }
        let pairs = zip(names, plan.properties.indices.map { program.properties[$0] })
        entries = Dictionary(pairs) { first, _ in first }
        patterns = plan.patterns.indices.map { program.patternEntries[$0] }
        additional = plan.additional
    }
}
