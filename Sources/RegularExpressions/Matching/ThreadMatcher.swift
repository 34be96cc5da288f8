/// Matches by following all the ways through a program at once.
///
/// - Complexity: O(*n* × *m*) for a text of *n* bytes and *m* instructions.
struct ThreadMatcher: Sendable {
    let program: PatternProgram

    func matches(_ text: UTF8Text) -> Bool {
        var holdings: [PositionSet] = []
        for look in program.looks {
            holdings.append(PositionSet(upTo: look == nil ? 0 : text.count))
            guard let look else { continue }
            let run = ThreadRun(
                code: look.code, direction: look.direction, matcher: self, holdings: holdings)
            run.accepts(text) { position in
                holdings[holdings.count - 1].insert(position)
                return true
            }
        }
        var isMatch = false
        let run = ThreadRun(
            code: program.code, direction: .forward, matcher: self, holdings: holdings)
        run.accepts(text) { _ in
            isMatch = true
            return false
        }
        return isMatch
    }
}

/// One program of a matcher, running through a text.
private struct ThreadRun {
    let code: [PatternInstruction]
    let direction: Direction
    let matcher: ThreadMatcher

    /// Where the bodies of the looks so far match, by number.
    let holdings: [PositionSet]

    /// Visits the positions at which the program accepts, until the visitor wants no more.
    func accepts(_ text: UTF8Text, visit: (Int) -> Bool) {
        let alphabet = matcher.program.alphabet
        var threads = Threads(codeCount: code.count)
        var entries: [Int] = []
        var position = direction == .forward ? 0 : text.count
        let end = text.count - position
        while true {
            threads.reset()
            threads.start(at: entries, in: code) { holds($0, at: position, in: text) }
            if threads.hasAccepted, !visit(position) { return }
            if position == end { return }
            let scalar =
                direction == .forward
                ? text.scalar(after: &position) : text.scalar(before: &position)
            let classIndex = alphabet.classIndex(of: scalar)
            entries.removeAll(keepingCapacity: true)
            for index in threads.waiting {
                guard case .consume(let set, _) = code[index] else { continue }
                if alphabet.contains(classIndex, set: set) { entries.append(index + 1) }
            }
        }
    }

    private func holds(_ condition: Condition, at position: Int, in text: UTF8Text) -> Bool {
        switch condition {
        case .assertion(let assertion):
            return assertion.holds(at: position, in: text)
        case .look(let number):
            return holdings[number].contains(position)
        case .neighbour(let set, let direction):
            guard position != (direction == .forward ? text.count : 0) else { return false }
            var position = position
            let scalar =
                direction == .forward
                ? text.scalar(after: &position) : text.scalar(before: &position)
            let alphabet = matcher.program.alphabet
            return alphabet.contains(alphabet.classIndex(of: scalar), set: set)
        }
    }
}
