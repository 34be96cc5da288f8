/// Builds the table of transitions of a program, if it is small enough.
///
/// A state is the set of instructions that the threads have reached. What an assertion asks about
/// the text before is part of the state; what it asks about the text after is known when the
/// next class is, so threads are followed through assertions only then.
struct TableBuilder {
    private let program: PatternProgram
    private let columnCount: Int
    private var threads: Threads
    private var effort = 0
    private var states: [State] = []
    private var numbers: [State: Int] = [:]

    /// The next state's number for each state and column.
    private var transitions: [Int] = []

    private struct State: Hashable {
        /// Where the threads go on; nothing in the states that have matched or failed.
        var entries: [Int]?

        var isAtStart = false

        /// The sets of interest that the previous scalar is in.
        var previous: [Int] = []
    }

    /// The sets that conditions ask about the previous scalar, and about the next one.
    private let setsBehind: [Int]

    /// The columns whose scalars are in the same of the sets that conditions ask about the next.
    private let columnGroups: [(next: [Int], columns: [Int])]

    private static let matched = 0
    private static let failed = 1

    /// The table of a program; nil if it has look-arounds or would be too large.
    static func table(of program: PatternProgram) -> TableMatcher? {
        guard program.code.allSatisfy(isKnownFromNeighbours) else { return nil }
        var builder = TableBuilder(program)
        guard builder.addStates() else { return nil }
        builder.failHopelessStates()
        let columnCount = builder.columnCount
        return TableMatcher(
            alphabet: program.alphabet,
            transitions: builder.transitions.map { UInt32($0 * columnCount) })
    }

    private static func isKnownFromNeighbours(_ instruction: PatternInstruction) -> Bool {
        if case .check(.look, _) = instruction { false } else { true }
    }

    private init(_ program: PatternProgram) {
        self.program = program
        columnCount = program.alphabet.classCount + 1
        threads = Threads(codeCount: program.code.count)
        setsBehind = program.sets(neighbouring: .backward)
        let setsAhead = program.sets(neighbouring: .forward)
        let groups = Dictionary(grouping: 0..<program.alphabet.classCount) { column in
            setsAhead.filter { program.alphabet.contains(column, set: $0) }
        }
        columnGroups = groups.map { (next: $0.key, columns: $0.value) }.sorted {
            $0.columns[0] < $1.columns[0]
        }
    }

    /// Finds all states, breadth first; says whether that stayed within the limits.
    private mutating func addStates() -> Bool {
        states = [State(entries: nil), State(entries: nil), State(entries: [], isAtStart: true)]
        numbers[states[2]] = 2
        var index = 0
        while index < states.count {
            guard states.count <= PatternLimits.tableStates,
                states.count * columnCount <= PatternLimits.tableTransitions,
                threads.effort + effort <= PatternLimits.tableEffort
            else { return false }
            addTransitions(of: states[index], number: index)
            index += 1
        }
        return true
    }

    private mutating func addTransitions(of state: State, number: Int) {
        guard let entries = state.entries else {
            transitions += Array(repeating: number, count: columnCount)
            return
        }
        let first = transitions.count
        transitions += Array(repeating: Self.failed, count: columnCount)
        for group in columnGroups {
            follow(entries, from: state, next: group.next, isAtEnd: false)
            for column in group.columns { transitions[first + column] = next(reading: column) }
        }
        follow(entries, from: state, next: [], isAtEnd: true)
        if threads.hasAccepted { transitions[first + columnCount - 1] = Self.matched }
    }

    /// Follows the threads up to the next scalar, whose answers to conditions are known.
    private mutating func follow(
        _ entries: [Int], from state: State, next: [Int], isAtEnd: Bool
    ) {
        let wordSet = program.wordSet ?? 0
        threads.reset()
        threads.start(at: entries, in: program.code) { condition in
            switch condition {
            case .assertion(.start): state.isAtStart
            case .assertion(.end): isAtEnd
            case .assertion(.wordBoundary):
                state.previous.contains(wordSet) != next.contains(wordSet)
            case .assertion(.notWordBoundary):
                state.previous.contains(wordSet) == next.contains(wordSet)
            case .neighbour(let set, .forward): next.contains(set)
            case .neighbour(let set, .backward): state.previous.contains(set)
            case .assertion(.lineStart), .assertion(.lineEnd), .look: false
            }
        }
        effort += threads.waiting.count * columnCount
    }

    /// The number of the state after the threads have read a class.
    private mutating func next(reading column: Int) -> Int {
        if threads.hasAccepted { return Self.matched }
        let entries = threads.waiting.compactMap { index -> Int? in
            guard case .consume(let set, _) = program.code[index],
                program.alphabet.contains(column, set: set)
            else { return nil }
            return index + 1
        }
        let previous = setsBehind.filter { program.alphabet.contains(column, set: $0) }
        let state = State(entries: entries.sorted(), previous: previous)
        if let number = numbers[state] { return number }
        states.append(state)
        numbers[state] = states.count - 1
        return states.count - 1
    }

    /// Replaces the states from which no match can be reached, so that searching stops there.
    private mutating func failHopelessStates() {
        var predecessors = Array(repeating: [Int](), count: states.count)
        for state in states.indices {
            for next in Set(transitions[state * columnCount..<(state + 1) * columnCount]) {
                predecessors[next].append(state)
            }
        }
        var isHopeful = Array(repeating: false, count: states.count)
        var pending = [Self.matched]
        while let state = pending.popLast() {
            guard !isHopeful[state] else { continue }
            isHopeful[state] = true
            pending += predecessors[state]
        }
        for index in transitions.indices where !isHopeful[transitions[index]] {
            transitions[index] = Self.failed
        }
    }
}

extension PatternProgram {
    /// The sets that conditions ask about the scalar before or after a position.
    fileprivate func sets(neighbouring direction: Direction) -> [Int] {
        var sets: Set<Int> = []
        for case .check(let condition, _) in code {
            switch condition {
            case .neighbour(let set, direction): sets.insert(set)
            case .assertion(.wordBoundary), .assertion(.notWordBoundary):
                if let wordSet { sets.insert(wordSet) }
            default: break
            }
        }
        return sets.sorted()
    }
}
