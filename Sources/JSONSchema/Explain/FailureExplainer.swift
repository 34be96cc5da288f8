import Documents
import SourceText

/// Runs a program a second time, to say what is wrong.
struct FailureExplainer {
    let code: Code
    var machine: Machine
    private(set) var tally: FailureTally
    /// Builds the output tree, where one is wanted: then all alternatives are explained.
    var trail: OutputTrail?
    let disclosure: Disclosure
    /// What tells the alternatives of a list apart, by where the list starts.
    var alternatives: [Int32: Alternatives] = [:]
    /// The names that object plans declare, by the plan.
    private var declaredNames: [Int32: [String]] = [:]
    /// What the schemas of a value name, by the one that applies the others.
    private var namedChildren: [BlockID: NamedChildren] = [:]
    private let most: Int
    /// Looking for similar names takes time, and few people read more hints than this.
    private(set) var suggestionsLeft = mostSuggestions
    private static let mostSuggestions = 100

    /// The failures that are described.
    var failures: [Failure] {
        get { tally.failures }
        set { tally.replace(with: newValue) }
    }

    /// The names that are compared with a misspelt one.
    static let mostNames = 1_000

    /// - Parameter most: how many failures are described; the others are counted.
    init(_ machine: Machine, _ disclosure: Disclosure, most: Int) {
        code = machine.code
        self.machine = machine
        self.disclosure = disclosure
        self.most = most
        tally = FailureTally(most: most)
    }

    /// Everything that is wrong with a value which is not valid.
    mutating func explain(_ block: BlockID, at index: Int) -> Failures {
        let origin = code.program.blockOrigins[Int(block)]
        explain(block, index, by: Origin(keyword: "false", schema: origin.schema))
        if let reason = machine.abortion {
            tally.prepend(.limit(reason, at: index, origin.schema, machine))
        }
        if tally.count == 0 {
            report(Origin(keyword: "schema", schema: origin.schema), index, "is not valid")
        }
        mergeMisspeltKeys()
        return tally.result
    }

    /// Reports what is wrong with a value under a block that `origin` applies; `application` says
    /// how if the block's schema is not the keyword's value itself.
    mutating func explain(
        _ id: BlockID, _ index: Int, by origin: Origin, _ application: Application? = nil
    ) {
        trail?.enter(id, by: application ?? .keyword(origin.keyword), at: machine.node(index))
        defer { trail?.leave() }
        let block = machine.flat.blocks[Int(id)]
        let record = machine.view.records[index]
        guard machine.accepts(block.types, record) else {
            explainType(id, block.types, index, by: origin)
            return
        }
        guard machine.enter(block) else { return }
        // Alternatives are run too, and need a set to note what they evaluate.
        let frame = machine.marks.push(record.kind.isContainer ? Int(record.length) : 0)
        defer {
            machine.marks.drop(frame)
            machine.leave()
        }
        let before = tally.count
        for position in block[record.kind].indices {
            let instruction = machine.flat.instructions[position]
            let origin = code.program.origins[position]
            if instruction.isUnevaluated {
                explainUnevaluated(
                    id, instruction, index, origin, othersFail: tally.count > before)
            } else {
                explain(instruction, index, record, origin)
            }
        }
    }

    /// Adds a failure, unless the same one is there already.
    mutating func report(
        _ origin: Origin, _ index: Int, _ message: String, hint: String? = nil,
        isRemarked: Bool = false
    ) {
        trail?.add(origin, at: machine.node(index), message)
        if let trail, trail.size > code.limits.outputBytes { machine.abort(.tooMuchOutput) }
        guard count(origin, index) else { return }
        tally.append(
            Failure(
                keyword: origin.keyword, instance: machine.node(index), schema: origin.schema,
                message: message, hint: hint, isRemarked: isRemarked))
    }

    /// Counts a failure; false if the same one is there already.
    @discardableResult
    mutating func count(_ origin: Origin, _ index: Int) -> Bool {
        if tally.count >= code.limits.failures { machine.abort(.tooManyFailures) }
        return tally.insert(origin, index)
    }

    /// Whether a failure at `index` is only counted.
    func isCountedOnly(at index: Int) -> Bool { trail == nil && tally.isFull(at: index) }

    /// Adds what was found for one of several alternatives.
    mutating func adopt(_ other: FailureTally, remark: String) {
        for failure in other.failures {
            report(
                Origin(keyword: failure.keyword, schema: failure.schema), failure.instance.index,
                failure.isRemarked ? failure.message : failure.message + remark,
                hint: failure.hint, isRemarked: failure.isRemarked || !remark.isEmpty)
        }
        tally.count(others: other.others)
    }

    /// Runs `body` and returns what it reports, without reporting it.
    mutating func collect(_ body: (inout FailureExplainer) -> Void) -> FailureTally {
        let outer = tally
        tally = FailureTally(most: most)
        body(&self)
        let collected = tally
        tally = outer
        return collected
    }

    /// The names that an object plan declares.
    mutating func names(declaredBy plan: Int32) -> [String] {
        if let known = declaredNames[plan] { return known }
        let names = code.program.declaredNames(of: Int(plan))
        declaredNames[plan] = names
        return names
    }

    /// What a schema, and those that it applies to the same value, name.
    mutating func namedChildren(of root: BlockID) -> NamedChildren {
        if let known = namedChildren[root] { return known }
        let named = NamedChildren(of: root, code) { names(declaredBy: $0) }
        namedChildren[root] = named
        return named
    }

    /// The name that a misspelt one probably means, as a hint.
    mutating func suggestion(for word: String, among names: [String]) -> String? {
        nearest(to: word, among: names).map(Self.question)
    }

    /// The name that a misspelt one probably means.
    mutating func nearest(to word: String, among names: [String]) -> String? {
        guard suggestionsLeft > 0, !names.isEmpty else { return nil }
        suggestionsLeft -= 1
        return Suggestion.nearest(to: word, among: Array(names.prefix(Self.mostNames)))
    }

    mutating func restoreSuggestions() { suggestionsLeft = Self.mostSuggestions }

    static func question(_ name: String) -> String {
        "did you mean \(ValueText.quoted(name))?"
    }

    /// Whether the value must not be shown.
    func isHidden(_ index: Int) -> Bool { disclosure.reason(hiding: index) != nil }

    /// `, not 15`, or as much of it as may be shown.
    func butFound(_ index: Int) -> String {
        let node = machine.node(index)
        return isHidden(index) || node.isOpaque ? "" : ", not " + ValueText.short(node)
    }
}
