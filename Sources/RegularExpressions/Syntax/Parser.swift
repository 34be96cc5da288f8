/// Reads the source of a pattern into a tree.
///
/// It calls itself once a level of groups, and the depth of groups is bounded.
struct Parser {
    var cursor: Cursor
    var warnings: [PatternWarning] = []

    /// The groups begun so far.
    var groupCount = 0
    var groupsByName: [[UInt32]: [Int]] = [:]

    /// The look-aheads and look-behinds finished so far.
    var lookCount = 0

    /// The back-references so far, which may be to later groups, with their offsets.
    var references: [(reference: GroupReference, offset: Int)] = []

    /// How many groups are open.
    var depth = 0

    /// What the modifiers `(?s:…)`, `(?m:…)` and `(?i:…)` have set.
    var dotMatchesAll = false
    var isMultiline = false
    var ignoresCase = false

    init(_ source: String) {
        cursor = Cursor(source)
    }

    mutating func pattern() throws(PatternError) -> PatternNode {
        var names: Set<[UInt32]> = []
        let root = try disjunction(&names)
        if cursor.next != nil { throw .unmatchedParenthesis(at: cursor.offset) }
        for (reference, offset) in references { try check(reference, at: offset) }
        return root
    }

    /// Alternatives up to the end of the group or of the pattern; adds the names of their groups.
    mutating func disjunction(_ names: inout Set<[UInt32]>) throws(PatternError) -> PatternNode {
        var alternatives: [PatternNode] = []
        var allNames: Set<[UInt32]> = []
        repeat {
            // One name may be given in several alternatives, as only one of them takes part.
            var alternativeNames = names
            alternatives.append(try alternative(&alternativeNames))
            allNames.formUnion(alternativeNames)
        } while cursor.skip("|")
        names = allNames
        return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
    }

    private mutating func alternative(_ names: inout Set<[UInt32]>) throws(PatternError)
        -> PatternNode
    {
        var terms: [PatternNode] = []
        while let next = cursor.next, next != UInt32(ascii: "|"), next != UInt32(ascii: ")") {
            terms.append(try term(&names))
        }
        return terms.count == 1 ? terms[0] : .sequence(terms)
    }

    private mutating func term(_ names: inout Set<[UInt32]>) throws(PatternError) -> PatternNode {
        let firstGroup = groupCount + 1
        let atom = try atom(&names)
        let offset = cursor.offset
        guard let quantifier = try quantifier() else { return atom }
        switch atom {
        case .assertion:
            throw .quantifiedAssertion(at: offset)
        case .look(_, let look) where look.direction == .backward:
            throw .quantifiedAssertion(at: offset)
        case .look:
            warn(.quantifiedLookahead, at: offset)
        default:
            break
        }
        return .repetition(atom, quantifier, groups: firstGroup..<groupCount + 1)
    }

    private mutating func atom(_ names: inout Set<[UInt32]>) throws(PatternError) -> PatternNode {
        let offset = cursor.offset
        guard let next = cursor.next else { return .sequence([]) }
        switch Unicode.Scalar(next) {
        case "(": return try group(&names)
        case "[": return .set(try characterClass())
        case "\\": return try escape()
        case "*", "+", "?": throw .nothingToRepeat(at: offset)
        case "{":
            if try quantifier() != nil { throw .nothingToRepeat(at: offset) }
            warn(.loneBracket("{"), at: offset)
        case "}": warn(.loneBracket("}"), at: offset)
        case "]": warn(.loneBracket("]"), at: offset)
        default: break
        }
        cursor.advance()
        switch Unicode.Scalar(next) {
        case ".": return .set(dotMatchesAll ? .all : ScalarSet.lineTerminators.complement)
        case "^": return .assertion(isMultiline ? .lineStart : .start)
        case "$": return .assertion(isMultiline ? .lineEnd : .end)
        default: return character(next)
        }
    }

    /// One scalar, in any case if that is ignored.
    func character(_ scalar: UInt32) -> PatternNode {
        let set = folded(ScalarSet(scalar))
        return set == ScalarSet(scalar) ? .literal(scalar) : .set(set)
    }

    /// The set, with the other cases of its members if case is ignored.
    func folded(_ set: ScalarSet) -> ScalarSet {
        ignoresCase ? CaseFolding.closure(of: set) : set
    }

    mutating func warn(_ leniency: Leniency, at offset: Int) {
        warnings.append(PatternWarning(message: leniency.message, offset: offset))
    }

    private func check(_ reference: GroupReference, at offset: Int) throws(PatternError) {
        switch reference {
        case .number(let number) where number > groupCount:
            throw .unknownGroup(number, of: groupCount, at: offset)
        case .name(let name) where groupsByName[name] == nil:
            throw .unknownGroup(String(scalars: name), at: offset)
        default:
            break
        }
    }
}
