/// What asks about a position, and reads nothing.
extension Compiler {
    mutating func emitAssertion(_ assertion: Assertion) throws(PatternError) {
        switch assertion {
        case .wordBoundary, .notWordBoundary:
            wordSet = index(of: .wordCharacters)
            try emit(.check(.assertion(assertion), isNegated: false))
        case .lineStart where purpose == .threads:
            try emit(.choice([.assertion(.start), .lineTerminator(.backward)]), .forward)
        case .lineEnd where purpose == .threads:
            try emit(.choice([.assertion(.end), .lineTerminator(.forward)]), .forward)
        default:
            try emit(.check(.assertion(assertion), isNegated: false))
        }
    }

    /// Appends the question whether a look holds. What the look is gets compiled only once.
    mutating func emitLook(_ number: Int, _ look: Look) throws(PatternError) {
        if purpose == .backtracking {
            looks[number] = look
            try emit(.look(number))
        } else if let condition = condition(look.body, look.direction) {
            try emit(.check(condition, isNegated: look.isNegated))
        } else if case .choice(let nodes) = look.body,
            nodes.allSatisfy({ condition($0, look.direction) != nil })
        {
            let parts = nodes.map { PatternNode.look(number, look.replacingBody(by: $0)) }
            try emit(look.isNegated ? .sequence(parts) : .choice(parts), .forward)
        } else {
            if lookPrograms[number] == nil { try compileLook(number, look) }
            try emit(.check(.look(number), isNegated: look.isNegated))
        }
    }

    /// What the body of a look asks, if it asks about the neighbours of the position only.
    private mutating func condition(_ body: PatternNode, _ direction: Direction) -> Condition? {
        let terms = body.terms
        guard terms.count == 1 else { return nil }
        switch terms[0] {
        case .literal(let scalar):
            return .neighbour(set: index(of: ScalarSet(scalar)), direction)
        case .set(let set):
            return .neighbour(set: index(of: set), direction)
        case .assertion(let assertion) where assertion == .start || assertion == .end:
            return .assertion(assertion)
        default:
            return nil
        }
    }

    private mutating func compileLook(_ number: Int, _ look: Look) throws(PatternError) {
        let outerCode = code
        finishedCount += outerCode.count
        code = []
        let direction = look.direction.reversed
        try emit(look.body, direction)
        try emit(.accept)
        lookPrograms[number] = LookProgram(code: code, direction: direction)
        finishedCount += code.count - outerCode.count
        code = outerCode
    }
}

extension PatternNode {
    /// The condition that a neighbour is a line terminator.
    fileprivate static func lineTerminator(_ direction: Direction) -> PatternNode {
        let body = PatternNode.set(.lineTerminators)
        return .look(0, Look(direction: direction, isNegated: false, body: body))
    }
}

extension Look {
    fileprivate func replacingBody(by body: PatternNode) -> Look {
        Look(direction: direction, isNegated: isNegated, body: body)
    }
}
