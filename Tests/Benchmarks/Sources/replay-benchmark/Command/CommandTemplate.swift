/// A command with places for what changes from run to run, split into words as a shell would:
/// at spaces, except within quotation marks or after a backslash.
struct CommandTemplate {
    private let words: [String]

    /// Nil if there is no word, or a quotation mark is not closed.
    init?(_ text: String) {
        var splitter = WordSplitter()
        for character in text { splitter.take(character) }
        guard let words = splitter.finish(), !words.isEmpty else { return nil }
        self.words = words
    }

    /// The words of a run.
    func words(threads: Int, stream: String, out: String) -> [String] {
        let values = ["{threads}": String(threads), "{stream}": stream, "{out}": out]
        return words.map { word in
            var (filled, rest) = ("", word[...])
            while let first = rest.first {
                if let (name, value) = values.first(where: { rest.hasPrefix($0.key) }) {
                    filled += value
                    rest = rest.dropFirst(name.count)
                } else {
                    filled.append(first)
                    rest = rest.dropFirst()
                }
            }
            return filled
        }
    }
}

/// Splits a text into words, character by character.
private struct WordSplitter {
    private var words: [String] = []
    private var word: String?
    private var quote: Character?
    private var isEscaped = false

    mutating func take(_ character: Character) {
        switch (character, quote) {
        case _ where isEscaped:
            isEscaped = false
            append(character)
        case ("\\", nil), ("\\", "\""): isEscaped = true
        case (_, let quote?) where character == quote: self.quote = nil
        case ("'", nil), ("\"", nil):
            quote = character
            word = word ?? ""
        case (_, nil) where character.isWhitespace: endWord()
        default: append(character)
        }
    }

    /// The words; nil if something is not closed.
    mutating func finish() -> [String]? {
        endWord()
        return quote == nil && !isEscaped ? words : nil
    }

    private mutating func append(_ character: Character) {
        word = (word ?? "") + String(character)
    }

    private mutating func endWord() {
        if let word { words.append(word) }
        word = nil
    }
}
