/// Takes text of the input out of messages. By the rule of this program, such text is always in quotes
/// or backticks there, or a number.
public enum QuotedText {
    /// What is shown instead of text that is hidden.
    public static let mask = "•••"

    /// `message` without the numbers in it and without what it quotes: from the first quotation mark of each
    /// kind to the last, since the quoted text may hold quotation marks itself. Punctuation stays, and so does
    /// a name at the beginning for which `isKnown` says that it may be shown.
    ///
    /// Text is looked at scalar by scalar: a combining mark would hide a quotation mark before it.
    public static func masked(
        _ message: String, keeping isKnown: (String) -> Bool = { _ in false }
    ) -> String {
        let scalars = Array(message.unicodeScalars)
        let subject = subject(of: scalars, isKnown)
        let rest = masked(masked(Array(scalars[subject...]), "`"), "\"")
        return text(scalars[..<subject]) + withoutNumbers(rest)
    }

    /// Where the name in backticks at the beginning of the message ends, if it may be shown.
    private static func subject(
        of message: [Unicode.Scalar], _ isKnown: (String) -> Bool
    ) -> Int {
        guard message.first == "`", let end = message.dropFirst().firstIndex(of: "`") else {
            return 0
        }
        return isKnown(text(message[1..<end])) ? end + 1 : 0
    }

    private static func masked(
        _ message: [Unicode.Scalar], _ mark: Unicode.Scalar
    ) -> [Unicode.Scalar] {
        guard let first = message.firstIndex(of: mark), let last = message.lastIndex(of: mark),
            first < last, !isPunctuation(message[(first + 1)..<last]),
            !own.contains(text(message[(first + 1)..<last]))
        else { return message }
        return message[...first] + Array(mask.unicodeScalars) + message[last...]
    }

    /// Whether the text has no words, except for those between two signs: "`,` or `]`".
    private static func isPunctuation(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.split { $0.isASCII && !isWord($0) }
            .allSatisfy { self.text($0) == "or" || self.text($0) == "and" }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// What this program asks for, and quotes whatever the input is.
    private static let own: Set<String> = ["apiVersion", "apiVersion: connectorctl/v1"]
    /// What a number belongs to that is not one of the input.
    private static let names = ["YAML ", "UTF-", "connectorctl/v"].map {
        Array($0.unicodeScalars)
    }
    private static let parts = Set(".eE_+-".unicodeScalars)

    /// Every number but those of versions and encodings is one of the input, or may be.
    private static func withoutNumbers(_ message: [Unicode.Scalar]) -> String {
        var shown: [Unicode.Scalar] = []
        var rest = message[...]
        while let scalar = rest.first {
            guard isDigit(scalar) else {
                shown.append(scalar)
                rest.removeFirst()
                continue
            }
            let number = rest.prefix { isDigit($0) || parts.contains($0) }
            let isVersion = names.contains { shown.suffix($0.count).elementsEqual($0) }
            shown += isVersion ? Array(number) : Array(mask.unicodeScalars)
            rest = rest.dropFirst(number.count)
        }
        return text(shown[...])
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
