/// What is taken leniently although ECMA-262 does not allow it under the `u` flag.
enum Leniency {
    case needlessEscape(String)
    case loneBracket(String)
    case rangeWithSet
    case quantifiedLookahead

    var message: String {
        switch self {
        case .needlessEscape(let text):
            Self.meanings[text].map { meaning in
                "\\\(text) is the letter \(text) here, not \(meaning)"
            } ?? "\\\(text) is not an escape; it is taken as \(text): write \(text) alone"
        case .loneBracket(let bracket):
            "\(bracket) alone is taken as text: write \\\(bracket)"
        case .rangeWithSet:
            "a range cannot begin or end with a set, so the hyphen is taken as text: write \\-"
        case .quantifiedLookahead:
            "a look-ahead takes no quantifier: remove it"
        }
    }

    /// What authors mean by escapes that other dialects have.
    private static let meanings = [
        "A": "the start of the text: write ^",
        "Z": "the end of the text: write $",
        "z": "the end of the text: write $",
        "a": "the bell: write \\x07",
        "e": "the escape character: write \\x1B",
        "h": "a space or a hexadecimal digit: write [\\t ] or [0-9A-Fa-f]",
        "R": "a line break: write (?:\\r\\n|[\\n\\v\\f\\r])",
        "G": "the end of the previous match, for which there is no escape",
        "Q": "the start of a quotation: escape each character",
        "E": "the end of a quotation: escape each character",
        "X": "a grapheme cluster, for which there is no escape",
    ]
}

extension String {
    init(scalars: [UInt32]) {
        self.init()
        unicodeScalars.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    }
}
