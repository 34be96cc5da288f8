/// A search through one text.
struct BacktrackingRun {
    private let program: BacktrackingProgram
    private let text: UTF8Text
    private var stepsLeft: Int

    /// Where the search is: in the program, and in the text.
    private var index = 0
    private var position = 0

    /// Positions: two for each group, and one for each loop; -1 for none.
    private var cells: [Int]

    /// What to undo and what else to try, latest last.
    private var trail: [Entry] = []

    /// The looks being looked into, outer first.
    private var openLooks: [OpenLook] = []

    private enum Entry {
        case otherwise(index: Int, position: Int)
        case restore(cell: Int, value: Int)

        /// The look opened here has not matched.
        case look
    }

    private struct OpenLook {
        let trailCount: Int
        let index: Int
        let position: Int
        let isNegated: Bool
    }

    /// Whether there is a match, if the steps have sufficed to know.
    enum Answer {
        case yes
        case no
        case unknown
    }

    init(program: BacktrackingProgram, text: UTF8Text, stepsLeft: Int) {
        self.program = program
        self.text = text
        self.stepsLeft = stepsLeft
        cells = Array(repeating: -1, count: program.cellCount)
    }

    /// Whether there is a match that begins at a position.
    mutating func matches(at start: Int) -> Answer {
        index = 0
        position = start
        while stepsLeft > 0 {
            stepsLeft -= 1
            if program.code[index] == .accept, openLooks.isEmpty { return .yes }
            let canGoOn = step()
            guard canGoOn || backtrack() else { return .no }
        }
        return .unknown
    }

    /// Follows one instruction; says whether that was possible.
    private mutating func step() -> Bool {
        let instruction = program.code[index]
        index += 1
        switch instruction {
        case .consume(let set, let direction):
            return consume(set, direction)
        case .split(let first, let second):
            trail.append(.otherwise(index: second, position: position))
            index = first
        case .jump(let target):
            index = target
        case .check(.assertion(let assertion), let isNegated):
            return assertion.holds(at: position, in: text) != isNegated
        case .check:
            preconditionFailure("only assertions are known without trying")
        case .look(let number):
            open(number)
        case .accept:
            return closeLook()
        case .save(let cell):
            set(cell, to: position)
        case .requireProgress(let cell):
            return cells[cell] != position
        case .forget(let forgotten):
            stepsLeft -= forgotten.count
            for cell in forgotten { set(cell, to: -1) }
        case .backreference(let list, let direction, ignoresCase: false):
            return read(program.references[list], direction)
        case .backreference(let list, let direction, ignoresCase: true):
            return readFolded(program.references[list], direction)
        }
        return true
    }

    private mutating func set(_ cell: Int, to value: Int) {
        guard cells[cell] != value else { return }
        trail.append(.restore(cell: cell, value: cells[cell]))
        cells[cell] = value
    }

    private mutating func consume(_ set: Int, _ direction: Direction) -> Bool {
        guard position != (direction == .forward ? text.count : 0) else { return false }
        let scalar =
            direction == .forward ? text.scalar(after: &position) : text.scalar(before: &position)
        return program.alphabet.contains(program.alphabet.classIndex(of: scalar), set: set)
    }

    /// Reads the text of the one group that has taken part; if none has, there is nothing to read.
    private mutating func read(_ groups: [Int], _ direction: Direction) -> Bool {
        for group in groups where cells[2 * group] >= 0 && cells[2 * group + 1] >= 0 {
            let start = cells[2 * group]
            let length = cells[2 * group + 1] - start
            stepsLeft -= length
            let target = direction == .forward ? position : position - length
            guard target >= 0, target + length <= text.count else { return false }
            for offset in 0..<length
            where text.bytes[start + offset] != text.bytes[target + offset] {
                return false
            }
            position = direction == .forward ? target + length : target
        }
        return true
    }
}

extension BacktrackingRun {
    /// The same where case is ignored: scalar by scalar, whose bytes may be more or fewer.
    private mutating func readFolded(_ groups: [Int], _ direction: Direction) -> Bool {
        for group in groups where cells[2 * group] >= 0 && cells[2 * group + 1] >= 0 {
            let isForward = direction == .forward
            var source = cells[2 * group + (isForward ? 0 : 1)]
            let end = cells[2 * group + (isForward ? 1 : 0)]
            while source != end {
                stepsLeft -= 1
                guard position != (isForward ? text.count : 0) else { return false }
                let (left, right) =
                    isForward
                    ? (text.scalar(after: &source), text.scalar(after: &position))
                    : (text.scalar(before: &source), text.scalar(before: &position))
                if CaseFolding.fold(left) != CaseFolding.fold(right) { return false }
            }
        }
        return true
    }
}

/// Looking ahead and behind, and going back.
extension BacktrackingRun {
    private mutating func open(_ number: Int) {
        openLooks.append(
            OpenLook(
                trailCount: trail.count, index: index, position: position,
                isNegated: program.negatedLooks[number]))
        trail.append(.look)
        index = program.lookEntries[number]
    }

    /// The innermost look has matched; says whether that is what was wanted.
    private mutating func closeLook() -> Bool {
        guard let look = openLooks.popLast() else { return false }
        // Other ways through the look are not tried any more, but its groups may be undone.
        let kept = trail[look.trailCount...].filter {
            if case .restore = $0 { true } else { false }
        }
        trail.removeSubrange(look.trailCount...)
        trail += kept
        index = look.index
        position = look.position
        return !look.isNegated
    }

    /// Goes back to where there is something else to try; says whether there is.
    private mutating func backtrack() -> Bool {
        while let entry = trail.popLast() {
            switch entry {
            case .otherwise(let index, let position):
                self.index = index
                self.position = position
                return true
            case .restore(let cell, let value):
                cells[cell] = value
            case .look:
                guard let look = openLooks.popLast(), look.isNegated else { continue }
                index = look.index
                position = look.position
                return true
            }
        }
        return false
    }
}
