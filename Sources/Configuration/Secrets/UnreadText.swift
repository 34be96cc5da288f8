import SourceText

/// Says which bytes to hide of text that could not be read: all of each line from the first word on that is
/// not one of the formats' own. Nobody can say what of the rest is secret.
struct UnreadText {
    private let bytes: [UInt8]
    private(set) var hidden: [SourceRange] = []

    /// Whether we are still in the lines at the beginning of a document.
    private var isInHead: Bool

    /// - Parameter isDocument: whether the text is that of documents of a configuration, which begin with keys
    ///   whose values anybody may read.
    init(_ source: SourceText, in range: Range<Int>, isDocument: Bool = true) {
        bytes = source.bytes
        isInHead = isDocument
        var start = range.lowerBound
        while start < range.upperBound {
            let rest = bytes[start..<range.upperBound]
            let end = rest.firstIndex(where: ASCII.isLineEnd) ?? range.upperBound
            if isDocument, bytes[start..<end].starts(with: "---".utf8) { isInHead = true }
            let shown = shownEnd(of: start..<end)
            if shown < end { hidden.append(SourceRange(start: shown, end: end)) }
            start = end + 1
        }
    }

    /// Where the part of a line ends that may be shown.
    private mutating func shownEnd(of line: Range<Int>) -> Int {
        if isInHead, let end = openValueEnd(of: line) { return end }
        var position = line.lowerBound
        while position < line.upperBound {
            if Self.punctuation.contains(bytes[position]) {
                position += 1
                continue
            }
            let word = bytes[position..<line.upperBound].prefix { !Self.isDelimiter($0) }
            // From here on, a quotation mark or bracket may be open.
            isInHead = false
            guard !word.isEmpty, Vocabulary.words.contains(Array(word)) else { return position }
            position = word.endIndex
        }
        return position
    }

    /// Where a line ends that begins with a top-level key whose value is never secret, such as `id: card`, and
    /// that is all on the line; a comment is not shown.
    private func openValueEnd(of line: Range<Int>) -> Int? {
        let key = bytes[line].prefix { $0 != UInt8(ascii: ":") }
        guard key.endIndex < line.upperBound, Vocabulary.isOpenKey(key) else { return nil }
        let end = bytes[line].firstIndex(of: UInt8(ascii: "#")) ?? line.upperBound
        return bytes[key.endIndex..<end].contains(where: Self.opens.contains) ? nil : end
    }

    /// What may go on in the next line.
    private static let opens = Set("\"'[]{}|>&*!".utf8)

    private static let punctuation = Set(" \t-:,{}[]?\"'".utf8)

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        // A hyphen within a word belongs to it.
        punctuation.contains(byte) && byte != UInt8(ascii: "-")
    }
}
