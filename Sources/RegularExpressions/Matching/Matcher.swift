/// The cheapest way to match a pattern.
indirect enum Matcher: Sendable {
    case text(TextMatcher)
    case run(RunMatcher)
    case table(TableMatcher)
    case threads(ThreadMatcher)
    case backtracking(Backtracker)

    /// All of several matchers, or for negated ones their opposites.
    case all([Requirement])

    struct Requirement: Sendable {
        let matcher: Matcher
        let isNegated: Bool
    }

    init(of syntax: ParsedPattern) throws(PatternError) {
        if syntax.hasBackreferences {
            self = .backtracking(Backtracker(program: try BacktrackingProgram(of: syntax)))
        } else {
            self = try Matcher(of: syntax.root, in: syntax)
        }
    }

    private init(of node: PatternNode, in syntax: ParsedPattern) throws(PatternError) {
        let terms = node.terms
        if let matcher = TextMatcher(of: terms) {
            self = .text(matcher)
        } else if let matcher = RunMatcher(of: terms) {
            self = .run(matcher)
        } else if let requirements = try Self.requirements(of: terms, in: syntax) {
            self = .all(requirements)
        } else {
            let program = try PatternProgram(of: node, in: syntax)
            self =
                TableBuilder.table(of: program).map { .table($0) }
                ?? .threads(ThreadMatcher(program: program))
        }
    }

    /// A pattern such as `^(?=a)(?!b)c(?<!d)$` asks `^a`, not `^b`, `^c$` and not `d$`, each of
    /// which may be cheap.
    private static func requirements(
        of terms: [PatternNode], in syntax: ParsedPattern
    ) throws(PatternError) -> [Requirement]? {
        guard syntax.lookCount <= PatternLimits.separateLooks else { return nil }
        var rest = terms[...]
        var requirements: [Requirement] = []
        func require(_ look: Look, _ terms: [PatternNode]) throws(PatternError) {
            let matcher = try Matcher(of: .sequence(terms), in: syntax)
            requirements.append(Requirement(matcher: matcher, isNegated: look.isNegated))
        }
        if let start = rest.first, start.isAssertion(.start) {
            while case .look(_, let look)? = rest.dropFirst().first, look.direction == .forward {
                rest.remove(at: rest.startIndex + 1)
                try require(look, [start, look.body])
            }
        }
        if let end = rest.last, end.isAssertion(.end) {
            while case .look(_, let look)? = rest.dropLast().last, look.direction == .backward {
                rest.remove(at: rest.endIndex - 2)
                try require(look, [look.body, end])
            }
        }
        if requirements.isEmpty { return nil }
        let matcher = try Matcher(of: .sequence(Array(rest)), in: syntax)
        return requirements + [Requirement(matcher: matcher, isNegated: false)]
    }

    func matches(_ text: UTF8Text) throws(MatchLimitExceeded) -> Bool {
        switch self {
        case .text(let matcher): return matcher.matches(text)
        case .run(let matcher): return matcher.matches(text)
        case .table(let matcher): return matcher.matches(text)
        case .threads(let matcher): return matcher.matches(text)
        case .backtracking(let matcher): return try matcher.matches(text)
        case .all(let requirements):
            for requirement in requirements {
                if try requirement.matcher.matches(text) == requirement.isNegated { return false }
            }
            return true
        }
    }
}

extension PatternNode {
    func isAssertion(_ expected: Assertion) -> Bool {
        if case .assertion(expected) = self { true } else { false }
    }

    /// What must match one after the other; groups matter to back-references only.
    var terms: [PatternNode] {
        switch self {
        case .sequence(let nodes): nodes.flatMap(\.terms)
        case .group(_, let body): body.terms
        default: [self]
        }
    }
}
