extension Compiler {
    /// Appends the required rounds, and then the optional ones.
    mutating func emitRepetition(
        of body: PatternNode, _ quantifier: Quantifier, forgetting groups: Range<Int>,
        _ direction: Direction
    ) throws(PatternError) {
        if quantifierDepth == 0 { quantifierOffset = quantifier.offset }
        quantifierDepth += 1
        defer { quantifierDepth -= 1 }
        let round = Round(
            body: body, direction: direction, isLazy: quantifier.isLazy,
            cells: 2 * groups.lowerBound..<2 * groups.upperBound)
        var left = quantifier.minimum
        while left > 0, try emitRequired(round) { left -= 1 }
        if let maximum = quantifier.maximum {
            try emitOptional(round, count: maximum - quantifier.minimum)
        } else {
            try emitLoop(round)
        }
    }

    private struct Round {
        let body: PatternNode
        let direction: Direction
        let isLazy: Bool

        /// The cells of the groups in the body.
        let cells: Range<Int>
    }

    /// Appends a round; says whether there was anything to append, as nothing needs no repeating.
    private mutating func emitRequired(_ round: Round) throws(PatternError) -> Bool {
        let start = code.count
        if purpose == .backtracking, !round.cells.isEmpty { try emit(.forget(cells: round.cells)) }
        try emit(round.body, round.direction)
        return code.count > start
    }

    /// Appends a round that must move, as ECMA-262 has it for rounds that are not required.
    private mutating func emitMoving(_ round: Round) throws(PatternError) -> Bool {
        guard purpose == .backtracking else { return try emitRequired(round) }
        let cell = cellCount
        cellCount += 1
        try emit(.save(cell: cell))
        let isAnything = try emitRequired(round)
        try emit(.requireProgress(since: cell))
        return isAnything
    }

    private mutating func emitOptional(_ round: Round, count: Int) throws(PatternError) {
        var splits: [Int] = []
        var left = count
        var isAnything = true
        while left > 0, isAnything {
            splits.append(code.count)
            try emit(.split(0, 0))
            isAnything = try emitMoving(round)
            left -= 1
        }
        for split in splits { setSplit(at: split, exit: code.count, round) }
    }

    private mutating func emitLoop(_ round: Round) throws(PatternError) {
        let split = code.count
        try emit(.split(0, 0))
        _ = try emitMoving(round)
        try emit(.jump(split))
        setSplit(at: split, exit: code.count, round)
    }

    private mutating func setSplit(at split: Int, exit: Int, _ round: Round) {
        code[split] = round.isLazy ? .split(exit, split + 1) : .split(split + 1, exit)
    }
}
