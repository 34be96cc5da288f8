/// A pattern as a tree.
package indirect enum PatternNode {
    /// One scalar of the text, which is this one.
    case literal(UInt32)

    /// One scalar of the text, out of a set.
    case set(ScalarSet)

    /// One after the other; none at all matches the empty text.
    case sequence([PatternNode])

    /// One or another, preferring the earlier.
    case choice([PatternNode])

    /// A capturing group, by its number from 1.
    case group(Int, PatternNode)

    /// A quantified node, with the numbers of the groups in it, which each round forgets.
    case repetition(PatternNode, Quantifier, groups: Range<Int>)

    /// A condition on the position between two scalars.
    case assertion(Assertion)

    /// A condition on the text that follows or precedes, by its number from 0, inner ones first.
    case look(Int, Look)

    /// The text that a group has matched, or one that differs in case only.
    case backreference(GroupReference, ignoresCase: Bool)
}

/// How often a node matches.
package struct Quantifier: Hashable, Sendable {
    package let minimum: Int

    /// Nil if there is no upper bound.
    package let maximum: Int?

    let isLazy: Bool

    /// Where it is in the source, in bytes.
    let offset: Int
}

/// The conditions that look at the neighbours of a position only.
package enum Assertion: Hashable, Sendable {
    case start
    case end
    case wordBoundary
    case notWordBoundary

    /// `^` and `$` under the flag `m`.
    case lineStart
    case lineEnd

    /// Whether the condition holds at a position in a text.
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
package struct Look {
    /// Forward for a look-ahead.
    let direction: Direction

    let isNegated: Bool
    let body: PatternNode
}

/// Which way a text is read.
package enum Direction: Hashable, Sendable {
    case forward
    case backward

    var reversed: Direction { self == .forward ? .backward : .forward }
}

/// Which group a back-reference means.
package enum GroupReference: Hashable, Sendable {
    case number(Int)

    /// A name may refer to several groups; at most one of them has taken part in a match.
    case name([UInt32])
}
