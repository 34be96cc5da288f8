/// A pattern as flat data, from which a caller may build a matcher of its own for ASCII texts.
package enum ASCIIForm: Sendable {
    /// A text, perhaps only at the start or at the end.
    case text([UInt8], isAtStart: Bool, isAtEnd: Bool)
    /// A number of bytes whose entry of 128 is true, and no others.
    case run([Bool], minimum: Int, maximum: Int)
    /// For each state and column the index of the next state's first column, and the column of each
    /// of 128 bytes. The last column is the end of the text. The state at 0 has matched, the next
    /// one can no longer match, and the third is the first.
    case table([UInt32], columns: [Int32], columnCount: Int)
}

extension Pattern {
    /// The pattern as flat data; nil if it needs a matcher that is more than that.
    package var asciiForm: ASCIIForm? { matcher.asciiForm }
}

extension Matcher {
    fileprivate var asciiForm: ASCIIForm? {
        switch self {
        case .text(let matcher): matcher.asciiForm
        case .run(let matcher): matcher.asciiForm
        case .table(let matcher):
            .table(
                matcher.transitions, columns: matcher.alphabet.asciiClasses,
                columnCount: matcher.alphabet.classCount + 1)
        case .threads, .backtracking, .all: nil
        }
    }
}
