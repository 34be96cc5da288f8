import Documents

/// `minLength`, `maxLength`, `pattern` and `format`, compiled.
enum StringCheck: Sendable, BitwiseCopyable {
    /// The length in code points.
    case length(CountBound)
    case pattern(Int32)
    case format(Format)

    var cost: Int {
        switch self {
        case .length: 4
        case .pattern: 6
        case .format: 7
        }
    }
}

extension Lowering {
    mutating func lowerStrings(_ scope: BlockScope, into draft: inout BlockDraft) {
        for (bound, origin) in scope.counts(.minLength, .maxLength) {
            draft.add(.string(.length(bound)), for: .string, from: origin)
        }
        if let (node, text) = scope.schema.text(.pattern),
            let id = patterns.id(of: text, at: node, in: &program)
        {
            draft.add(.string(.pattern(id)), for: .string, from: Origin(.pattern, node))
        }
        lowerFormat(scope, into: &draft)
    }
}

extension Machine {
    /// Checks a string. What is opaque is known only later, and passes.
    mutating func execute(_ check: StringCheck, _ index: Int, _ record: NodeRecord) -> Bool {
        if view.isOpaque(record) { return true }
        let text = view.text(record)
        switch check {
        case .length(let bound): return bound.accepts(CodePoints.count(text))
        case .pattern(let pattern): return matches(pattern, text, index)
        case .format(let format): return format.accepts(text)
        }
    }
}

extension FailureExplainer {
    mutating func explain(_ check: StringCheck, _ index: Int, _ origin: Origin) {
        switch check {
        case .length(let bound):
            let count = machine.node(index).withText { CodePoints.count($0) }
            explain(bound, of: "character", isHidden(index) ? "" : ", not \(count)", index, origin)
        case .pattern:
            let pattern = ValueText.quoted(origin.schema.string ?? "")
            report(origin, index, "must match the pattern \(pattern)\(butFound(index))")
        case .format(let format): explainFormat(format, index, origin)
        }
    }
}
