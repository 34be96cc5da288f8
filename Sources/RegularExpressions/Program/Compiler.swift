/// Turns a tree into instructions.
///
/// It calls itself once a level of the tree, whose depth the parser bounds.
struct Compiler {
    /// What runs the code: threads need neither groups nor the progress of loops.
    enum Purpose {
        case threads
        case backtracking
    }

    let syntax: ParsedPattern
    let purpose: Purpose

    var code: [PatternInstruction] = []

    /// The looks met, by number.
    var looks: [Look?]

    /// The programs of the looks that need one, when they run as threads.
    var lookPrograms: [LookProgram?]

    var references: [[Int]] = []
    var cellCount: Int

    /// How many instructions there are outside `code`.
    var finishedCount = 0

    /// Where the latest quantifier is that is in no other: it is what makes a pattern large.
    var quantifierOffset = 0

    /// How many quantifiers are being compiled, one in the other.
    var quantifierDepth = 0

    private(set) var sets: [ScalarSet] = []
    private var setIndices: [ScalarSet: Int] = [:]
    var wordSet: Int?

    init(_ syntax: ParsedPattern, for purpose: Purpose) {
        self.syntax = syntax
        self.purpose = purpose
        looks = Array(repeating: nil, count: syntax.lookCount)
        lookPrograms = Array(repeating: nil, count: syntax.lookCount)
        cellCount = purpose == .backtracking ? 2 * (syntax.groupCount + 1) : 0
    }

    /// Appends the instructions of a node, which read the text in a direction.
    mutating func emit(_ node: PatternNode, _ direction: Direction) throws(PatternError) {
        switch node {
        case .literal(let scalar):
            try emit(.consume(set: index(of: ScalarSet(scalar)), direction))
        case .set(let set):
            try emit(.consume(set: index(of: set), direction))
        case .sequence(let nodes):
            for node in direction == .forward ? nodes : nodes.reversed() {
                try emit(node, direction)
            }
        case .choice(let nodes):
            try emitChoice(nodes, direction)
        case .group(let number, let body):
            try emitGroup(number, body, direction)
        case .repetition(let body, let quantifier, let groups):
            try emitRepetition(of: body, quantifier, forgetting: groups, direction)
        case .assertion(let assertion):
            try emitAssertion(assertion)
        case .look(let number, let look):
            try emitLook(number, look)
        case .backreference(let reference, let ignoresCase):
            references.append(syntax.groups(of: reference))
            try emit(
                .backreference(references.count - 1, direction, ignoresCase: ignoresCase))
        }
    }

    mutating func emit(_ instruction: PatternInstruction) throws(PatternError) {
        guard finishedCount + code.count < PatternLimits.instructions else {
            throw .tooLarge(at: quantifierOffset)
        }
        code.append(instruction)
    }

    mutating func index(of set: ScalarSet) -> Int {
        if let index = setIndices[set] { return index }
        sets.append(set)
        setIndices[set] = sets.count - 1
        return sets.count - 1
    }

    private mutating func emitChoice(
        _ nodes: [PatternNode], _ direction: Direction
    ) throws(PatternError) {
        var jumps: [Int] = []
        for node in nodes.dropLast() {
            let split = code.count
            try emit(.split(split + 1, split + 1))
            try emit(node, direction)
            jumps.append(code.count)
            try emit(.jump(0))
            code[split] = .split(split + 1, code.count)
        }
        if let last = nodes.last { try emit(last, direction) }
        for jump in jumps { code[jump] = .jump(code.count) }
    }

    private mutating func emitGroup(
        _ number: Int, _ body: PatternNode, _ direction: Direction
    ) throws(PatternError) {
        guard purpose == .backtracking else { return try emit(body, direction) }
        let start = 2 * number
        try emit(.save(cell: direction == .forward ? start : start + 1))
        try emit(body, direction)
        try emit(.save(cell: direction == .forward ? start + 1 : start))
    }
}
