/// Takes text of the input out of messages. By the rule of this program, such text is always in quotes
/// or backticks there, or a number.
public enum QuotedText {
    /// What is shown instead of text that is hidden.
    public static let mask = "•••"

    /// `message` without the numbers in it and without what it quotes: from the first quotation mark of each
    /// kind to the last, since the quoted text may hold quotation marks itself. Punctuation stays, and so does
    /// a name at the beginning for which `isKnown` says that it may be shown.
    public static func masked(
        _ message: String, keeping isKnown: (String) -> Bool = { _ in false }
    ) -> String {
        let subject = subject(of: message, isKnown)
        let rest = String(message.dropFirst(subject.count))
        return subject + withoutNumbers(masked(masked(rest, "`"), "\""))
    }

    /// What the message begins with, if that is a name in backticks that may be shown.
    private static func subject(of message: String, _ isKnown: (String) -> Bool) -> String {
        guard message.first == "`", let end = message.dropFirst().firstIndex(of: "`") else {
            return ""
        }
        let name = message[message.index(after: message.startIndex)..<end]
        return isKnown(String(name)) ? String(message[...end]) : ""
    }

    private static func masked(_ message: String, _ mark: Character) -> String {
        guard let first = message.firstIndex(of: mark),
            let last = message.lastIndex(of: mark), first < last
        else { return message }
        let start = message.index(after: first)
        if isPunctuation(message[start..<last]) { return message }
        return message[..<start] + mask + message[last...]
    }

    /// Whether there are no words in the text, but such as are between two signs: "`,` or `]`".
    private static func isPunctuation(_ text: Substring) -> Bool {
        text.split { !isWord($0) }.allSatisfy { $0 == "or" || $0 == "and" }
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
    }

    /// Numbers are those of a version of YAML, or of the input.
    private static func withoutNumbers(_ message: String) -> String {
        message.replacing(/(?<version>YAML [0-9.]+)|[-+]?[0-9](?:[0-9.eE_]|[eE][-+])*/) { match in
            match.version.map { String($0) } ?? mask
        }
    }
}
