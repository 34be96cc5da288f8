/// A pattern without back-references, compiled to run as a set of threads.
///
/// Only whether there is a match is asked, so nothing is remembered about the way to it; then
/// whether a look-ahead or look-behind holds depends on nothing but the position, and each is a
/// program of its own that finds all the positions where it holds.
struct PatternProgram: Sendable {
    let code: [PatternInstruction]

    /// The programs of the looks, by number; nothing for those that need none.
    let looks: [LookProgram?]

    let alphabet: Alphabet

    /// The set of word characters in the alphabet, if the code asks about word boundaries.
    let wordSet: Int?
}

/// A look-ahead or look-behind: its body, running towards the positions where it holds.
///
/// A look-behind runs forward through the text, and a look-ahead backward.
struct LookProgram: Sendable {
    let code: [PatternInstruction]
    let direction: Direction
}

/// A pattern compiled to be run by backtracking, which back-references need.
struct BacktrackingProgram: Sendable {
    let code: [PatternInstruction]

    /// Where the body of each look begins in the code, by number.
    let lookEntries: [Int]

    /// Whether each look is negated, by number.
    let negatedLooks: [Bool]

    /// The lists of groups that back-references may mean.
    let references: [[Int]]

    /// How many cells of memory the code uses; two for each group come first.
    let cellCount: Int

    let alphabet: Alphabet
}
