/// Takes text of the input out of messages. By the rule of this program, such text is always in quotes
/// or backticks there.
public enum QuotedText {
    /// What is shown instead of text that is hidden.
    public static let mask = "•••"

    /// `message` without what it quotes: from the first quotation mark of each kind to the last, since the
    /// quoted text may hold quotation marks itself. A single sign of punctuation stays.
    public static func masked(_ message: String) -> String {
        masked(masked(message, "`"), "\"")
    }

    private static func masked(_ message: String, _ mark: Character) -> String {
        guard let first = message.firstIndex(of: mark),
            let last = message.lastIndex(of: mark), first < last
        else { return message }
        let start = message.index(after: first)
        let quoted = message[start..<last]
        let isSign = quoted.utf8.count == 1 && !quoted.utf8.contains { isWord($0) }
        return isSign ? message : message[..<start] + mask + message[last...]
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        ASCII.isDigit(byte) || (byte | 0x20) &- 0x61 < 26
    }
}
