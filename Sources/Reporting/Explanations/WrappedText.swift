internal import SourceText

/// Long sentences in lines of limited width.
enum WrappedText {
    /// The words of `text` in lines of at most `width` characters, where words are short enough. What
    /// must not be shown as it is, is escaped.
    static func lines(_ text: String, width: Int) -> [String] {
        var text = PrintableText.escaped(text)
        return text.withUTF8 { lines($0, width: width) }
    }

    /// By bytes, since a story may have hundreds of thousands of sentences.
    private static func lines(_ text: UnsafeBufferPointer<UInt8>, width: Int) -> [String] {
        var lines: [String] = []
        func add(_ range: Range<Int>) {
            lines.append(String(decoding: text[range], as: UTF8.self))
        }
        var (lineStart, wordStart, columns) = (0, 0, -1)
        while wordStart <= text.count {
            var (wordEnd, count) = (wordStart, 0)
            while wordEnd < text.count, text[wordEnd] != UInt8(ascii: " ") {
                if text[wordEnd] & 0xC0 != 0x80 { count += 1 }
                wordEnd += 1
            }
            if columns > 0, columns + 1 + count > width {
                add(lineStart..<(wordStart - 1))
                (lineStart, columns) = (wordStart, -1)
            }
            columns += 1 + count
            wordStart = wordEnd + 1
        }
        add(lineStart..<text.count)
        return lines
    }
}
