/// A pattern as a tree.
indirect enum Node {
    /// One scalar of the text, which is this one.
    case literal(UInt32)

    /// One scalar of the text, out of a set.
    case set(ScalarSet)

    /// One after the other; none at all matches the empty text.
    case sequence([Node])

    /// One or another, preferring the earlier.
    case choice([Node])

    /// A capturing group, by its number from 1.
    case group(Int, Node)

    /// A quantified node, with the numbers of the groups in it, which each round forgets.
    case repetition(Node, Quantifier, groups: Range<Int>)

    /// A condition on the place between two scalars.
    case assertion(Assertion)

    /// A condition on the text that follows or precedes, by its number from 0, inner ones first.
    case look(Int, Look)

    /// The text that a group has matched.
    case backreference(GroupReference)
}

/// How often a node matches.
struct Quantifier: Hashable, Sendable {
    let minimum: Int

    /// Nothing if there is no bound.
    let maximum: Int?

    let isLazy: Bool

    /// Where it is in the source, in bytes.
    let offset: Int
}

/// The conditions that look at the neighbours of a place only.
enum Assertion: Hashable, Sendable {
    case start
    case end
    case wordBoundary
    case notWordBoundary

    /// `^` and `$` under the flag `m`.
    case lineStart
    case lineEnd

    /// Whether the condition holds at a place in a text.
    func holds(at position: Int, in text: UTF8Text) -> Bool {
        switch self {
        case .start: position == 0
        case .end: position == text.count
        case .wordBoundary: text.isWordBoundary(position)
        case .notWordBoundary: !text.isWordBoundary(position)
        case .lineStart: text.isLineStart(position)
        case .lineEnd: text.isLineEnd(position)
        }
    }
}

/// A look-ahead or look-behind.
struct Look {
    /// Forward for a look-ahead.
    let direction: Direction

    let isNegated: Bool
    let body: Node
}

/// Which way a text is read.
enum Direction: Hashable, Sendable {
    case forward
    case backward

    var reversed: Direction { self == .forward ? .backward : .forward }
}

/// Which group a back-reference means.
enum GroupReference: Hashable, Sendable {
    case number(Int)

    /// A name may stand for several groups, of which at most one has taken part in a match.
    case name([UInt32])
}
