internal import SourceText

/// Long sentences in lines of limited width.
enum WrappedText {
    /// The words of `text` in lines of at most `width` characters, where words are short enough. What
    /// must not be shown as it is, is escaped.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var (line, columns) = ("", 0)
        for word in PrintableText.escaped(text).split(separator: " ") {
            let count = word.unicodeScalars.count
            if columns > 0, columns + 1 + count > width {
                lines.append(line)
                (line, columns) = ("", 0)
            }
            line += (columns > 0 ? " " : "") + word
            columns += (columns > 0 ? 1 : 0) + count
        }
        return lines + [line]
    }
}
