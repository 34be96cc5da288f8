import Documents
import SourceText

/// `minLength`, `maxLength`, `pattern` and `format`, compiled.
enum StringCheck: Sendable, BitwiseCopyable {
    /// Lengths in code points.
    case minLength(Int)
    case maxLength(Int)
    case pattern(Int32)
    case format(Format)

    var cost: Int {
        switch self {
        case .minLength, .maxLength: 4
        case .pattern: 6
        case .format: 7
        }
    }
}

extension Lowering {
    mutating func lowerStrings(_ scope: BlockScope, into draft: inout BlockDraft) {
        if let node = scope.schema[.minLength], let length = scope.schema.count(.minLength) {
            draft.add(.string(.minLength(length)), for: .string, from: Origin(.minLength, node))
        }
        if let node = scope.schema[.maxLength], let length = scope.schema.count(.maxLength) {
            draft.add(.string(.maxLength(length)), for: .string, from: Origin(.maxLength, node))
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
        case .minLength(let length): return CodePoints.isCount(of: text, atLeast: length)
        case .maxLength(let length):
            return length == Int.max || !CodePoints.isCount(of: text, atLeast: length + 1)
        case .pattern(let pattern): return matches(pattern, text, index)
        case .format(let format): return format.accepts(text)
        }
    }
}

extension FailureExplainer {
    mutating func explain(_ check: StringCheck, _ index: Int, _ origin: Origin) {
        let count = machine.node(index).withText { CodePoints.count($0) }
        let found = isHidden(index) ? "" : ", not \(count)"
        switch check {
        case .minLength(1): report(origin, index, "must not be empty")
        case .minLength(let length):
            let least = Listing.count(length, "character")
            report(origin, index, "must have at least \(least)\(found)")
        case .maxLength(let length):
            let most = Listing.count(length, "character")
            report(origin, index, "must have at most \(most)\(found)")
        case .pattern:
            let pattern = ValueText.quoted(origin.schema.string ?? "")
            report(origin, index, "must match the pattern \(pattern)\(butFound(index))")
        case .format(let format): explainFormat(format, index, origin)
        }
    }
}
