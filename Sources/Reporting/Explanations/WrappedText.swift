internal import SourceText

/// Long sentences in lines of limited width.
enum WrappedText {
    /// The words of `text` in lines of at most `width` characters, where words are short enough. What
    /// must not be shown as it is, is escaped.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var (line, columns) = ([Substring](), -1)
        let words = PrintableText.escaped(text).split(
            separator: " ", omittingEmptySubsequences: false)
        for word in words {
            let count = word.unicodeScalars.count
            if columns > 0, columns + 1 + count > width {
                lines.append(line.joined(separator: " "))
                (line, columns) = ([], -1)
            }
            line.append(word)
            columns += 1 + count
        }
        return lines + [line.joined(separator: " ")]
    }
}
