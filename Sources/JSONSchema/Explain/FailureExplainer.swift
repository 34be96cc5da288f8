import Documents
import SourceText

/// Runs a program a second time, to say what is wrong.
struct FailureExplainer {
    let code: Code
    var machine: Machine
    var failures: [Failure] = []
    /// Builds the output tree, where one is wanted: then all alternatives are explained.
    var trail: OutputTrail?
    let disclosure: Disclosure
    private var known: Set<Finding> = []
    /// Looking for similar names takes time, and helps only who reads them all.
    private var suggestionsLeft = mostSuggestions
    private static let mostSuggestions = 100

    /// A failure that has been reported.
    private struct Finding: Hashable {
        let keyword: String
        let instance: Int
        let schema: NodeID
    }

    init(_ machine: Machine, _ disclosure: Disclosure) {
        code = machine.code
        self.machine = machine
        self.disclosure = disclosure
    }

    /// Everything that is wrong with a value which is not valid.
    mutating func explain(_ block: BlockID, at index: Int) -> [Failure] {
        let origin = code.program.blockOrigins[Int(block)]
        explain(block, index, by: Origin(keyword: "false", schema: origin.schema))
        if let reason = machine.abortion {
            failures.append(.limit(reason, at: index, origin.schema, machine))
        }
        if failures.isEmpty {
            report(Origin(keyword: "schema", schema: origin.schema), index, "is not valid")
        }
        mergeMisspeltKeys()
        return failures
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
        // Alternatives are tried out on the way, and need a set to note what they evaluate.
        let frame = machine.marks.push(record.kind.isContainer ? Int(record.length) : 0)
        defer {
            machine.marks.drop(frame)
            machine.leave()
        }
        let before = failures.count
        for position in block[record.kind].indices {
            let instruction = machine.flat.instructions[position]
            let origin = code.program.origins[position]
            if instruction.isUnevaluated {
                // What failed evaluates nothing, so that this could only mislead.
                if failures.count == before { explainUnevaluated(id, instruction, index, origin) }
            } else {
                explain(instruction, index, record, origin)
            }
        }
    }

    /// Adds a failure, unless the same one is there already.
    mutating func report(
        _ origin: Origin, _ index: Int, _ message: String, hint: String? = nil
    ) {
        trail?.add(origin, at: machine.node(index), message)
        if let trail, trail.size > machine.code.limits.outputBytes { machine.abort(.tooMuchOutput) }
        let finding = Finding(
            keyword: origin.keyword, instance: index, schema: NodeID(origin.schema))
        guard known.insert(finding).inserted else { return }
        failures.append(
            Failure(
                keyword: origin.keyword, instance: machine.node(index), schema: origin.schema,
                message: message, hint: hint))
    }

    /// Runs `body` and returns what it reports, without reporting it.
    mutating func collect(_ body: (inout FailureExplainer) -> Void) -> [Failure] {
        let outer = (failures, known)
        (failures, known) = ([], [])
        body(&self)
        let collected = failures
        (failures, known) = outer
        return collected
    }

    /// The name that a misspelt one probably means, as a hint.
    mutating func suggestion(for word: String, among names: [String]) -> String? {
        nearest(to: word, among: names).map(Self.question)
    }

    /// The name that a misspelt one probably means.
    mutating func nearest(to word: String, among names: [String]) -> String? {
        guard suggestionsLeft > 0, !names.isEmpty else { return nil }
        suggestionsLeft -= 1
        return Suggestion.nearest(to: word, among: Array(names.prefix(1_000)))
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
