/// One secret written somewhere in a configuration by mistake: a connector and a payment method of its own.
struct Placement: Sendable {
    /// What tells the placement, for failures.
    let name: String
    /// The secret's text, which no output may have in it. No other placement has it.
    let marker: String
    /// Documents of YAML, without the head that all have in common; `ID` is the placement's own.
    let documents: [String]
    /// Whether the configuration has no errors with it.
    let isValid: Bool

    /// The text of a file that holds the placement's documents.
    func text(_ id: String) -> String {
        documents.map { document in
            "apiVersion: connectorctl/v1\n"
                + document.replacing("ID", with: id).replacing("MARK", with: marker) + "\n"
        }.joined(separator: "---\n")
    }
}

/// How the value of a setting is written. `MARK` is the secret, `\n` continues four columns in.
struct Spelling: Sendable {
    let name: String
    let text: String
    /// Whether YAML and the formats accept it.
    var isValid = true

    static let valid = [
        Spelling(name: "plain", text: "MARK"),
        Spelling(name: "single-quoted", text: "'MARK'"),
        Spelling(name: "double-quoted", text: "\"MARK\""),
        Spelling(name: "escaped", text: "\"\\x41MARK\""),
        Spelling(name: "literal block", text: "|\n    MARK\n    MARK"),
        Spelling(name: "folded block", text: ">-\n    MARK\n    MARK"),
        Spelling(name: "several lines", text: "abc\n    MARK"),
        Spelling(name: "several quoted lines", text: "\"abc\n    MARK\""),
        Spelling(name: "tagged as text", text: "!!str MARK"),
        Spelling(name: "anchored", text: "&a MARK"),
        Spelling(name: "anchor's name", text: "&MARK abc"),
        Spelling(name: "comment behind", text: "abc # MARK"),
        Spelling(name: "comment below", text: "abc\n  # MARK"),
        Spelling(name: "aliased", text: "&a MARK\n  other: *a"),
        Spelling(name: "URL", text: "postgres://me:MARK@db.example/x"),
    ]

    static let faulty = [
        Spelling(name: "unknown tag", text: "!MARK", isValid: false),
        Spelling(name: "unknown tag and text", text: "!x MARK", isValid: false),
        Spelling(name: "undefined alias", text: "*MARK", isValid: false),
        Spelling(name: "reserved sign", text: "@MARK", isValid: false),
        Spelling(name: "backtick", text: "`MARK", isValid: false),
        Spelling(name: "per cent", text: "%MARK", isValid: false),
        Spelling(name: "open quote", text: "\"MARK", isValid: false),
        Spelling(name: "text behind a quote", text: "\"a\" MARK", isValid: false),
        Spelling(name: "bad escape", text: "\"MARK\\q\"", isValid: false),
        Spelling(name: "bad escape on a later line", text: "\"a\n    MARK\\q\"", isValid: false),
        Spelling(name: "a colon", text: "MARK: x", isValid: false),
        Spelling(
            name: "a block that ends too early", text: "|\n    a\n   MARK\n    b", isValid: false),
        Spelling(name: "next line, reserved", text: "\n    @MARK", isValid: false),
        Spelling(name: "open list", text: "[MARK, \"x", isValid: false),
        Spelling(name: "open mapping", text: "{a: MARK", isValid: false),
        Spelling(name: "twice", text: "a\n  NAME: MARK", isValid: false),
        Spelling(name: "tab", text: "\t@MARK", isValid: false),
        Spelling(name: "merge", text: "{<<: MARK}", isValid: false),
        Spelling(name: "key that is no text", text: "{[MARK]: 1}", isValid: false),
        Spelling(name: "bad variable", text: "{$env: MARK-1}", isValid: false),
        Spelling(name: "two references", text: "{$env: A, $file: MARK}", isValid: false),
        Spelling(name: "reference and more", text: "{$env: A, MARK: 1}", isValid: false),
    ]
}
