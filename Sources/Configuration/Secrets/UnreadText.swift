import SourceText

/// Says which bytes to hide of text that could not be read: all of each line from the first word on that is
/// not one of the formats' own. Nobody can say what of the rest is secret.
struct UnreadText {
    private let bytes: [UInt8]
    private(set) var hidden: [SourceRange] = []

    init(_ source: SourceText, in range: Range<Int>) {
        bytes = source.bytes
        var start = range.lowerBound
        while start < range.upperBound {
            let rest = bytes[start..<range.upperBound]
            let end = rest.firstIndex(where: ASCII.isLineEnd) ?? range.upperBound
            let shown = shownEnd(of: start..<end)
            if shown < end { hidden.append(SourceRange(start: shown, end: end)) }
            start = end + 1
        }
    }

    /// Where the part of a line ends that may be shown.
    private func shownEnd(of line: Range<Int>) -> Int {
        if let end = openValueEnd(of: line) { return end }
        var position = line.lowerBound
        while position < line.upperBound {
            if Self.punctuation.contains(bytes[position]) {
                position += 1
                continue
            }
            let word = bytes[position..<line.upperBound].prefix { !Self.isDelimiter($0) }
            guard !word.isEmpty, Vocabulary.words.contains(Array(word)) else { return position }
            position = word.endIndex
        }
        return position
    }

    /// Where a line ends that begins with a top-level key whose value is never secret, such as `id: card`; a
    /// comment is not shown.
    private func openValueEnd(of line: Range<Int>) -> Int? {
        let key = bytes[line].prefix { $0 != UInt8(ascii: ":") }
        guard key.endIndex < line.upperBound, Vocabulary.openKeys.contains(Array(key)) else {
            return nil
        }
        return bytes[line].firstIndex(of: UInt8(ascii: "#")) ?? line.upperBound
    }

    private static let punctuation = Set(" \t-:,{}[]?\"'".utf8)

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        // A hyphen within a word belongs to it.
        punctuation.contains(byte) && byte != UInt8(ascii: "-")
    }
}
