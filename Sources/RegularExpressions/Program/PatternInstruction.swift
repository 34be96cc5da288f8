/// One step of a compiled pattern. Unless it says otherwise, the next instruction follows.
enum PatternInstruction: Hashable, Sendable {
    /// Read one scalar, which is in a set of the alphabet.
    case consume(set: Int, Direction)

    /// Go on at both instructions, preferring the first.
    case split(Int, Int)

    /// Go on elsewhere.
    case jump(Int)

    /// Go on if a condition holds here, or if it does not.
    case check(Condition, isNegated: Bool)

    /// Go on if a look holds here, which is to be found by trying.
    case look(Int)

    /// The pattern, or the body of a look-ahead or look-behind, has matched.
    case accept

    /// Remember the position in a cell of the memory.
    case save(cell: Int)

    /// Go on if the position has moved since it was saved: a loop must not go round on the spot.
    case requireProgress(since: Int)

    /// Empty cells of the memory.
    case forget(cells: Range<Int>)

    /// Read what a group has matched, by the index of the list of groups that it may be.
    case backreference(Int, Direction, ignoresCase: Bool)
}

/// What can be known about a position without trying.
enum Condition: Hashable, Sendable {
    case assertion(Assertion)

    /// The next scalar, or the previous one, is in a set of the alphabet.
    case neighbour(set: Int, Direction)

    /// The body of a look, by its number, has been found to match here.
    case look(Int)
}
