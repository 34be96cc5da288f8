import SourceText

/// What to say for each problem of libyaml 0.2.
struct YAMLAdvice {
    let message: String
    let hint: String?

    private init(_ message: String, _ hint: String? = nil) {
        self.message = message
        self.hint = hint
    }

    /// - Parameter byte: the byte at the problem, nil at the end of the file.
    static func advice(_ failure: YAMLFailure, at byte: UInt8?) -> YAMLAdvice {
        if let special = special(failure, byte) ?? table[failure.problem] { return special }
        switch failure.context {
        case "while scanning a directive", "while scanning a %YAML directive",
            "while scanning a %TAG directive":
            return malformedDirective
        case "while scanning a tag", "while parsing a tag", "while parsing a %TAG directive":
            return malformedTag
        default: return YAMLAdvice(failure.problem + " " + failure.context)
        }
    }

    /// What to say where a quote is right before the problem, if that is why it is one.
    static func afterQuote(_ failure: YAMLFailure) -> YAMLAdvice? {
        switch failure.problem {
        case "did not find expected key", "did not find expected '-' indicator",
            "did not find expected <document start>":
            YAMLAdvice(
                "nothing may follow the closing quote of a text",
                "put the whole text in quotes; within single quotes write '' for one of them")
        default: nil
        }
    }

    /// Problems whose sentence depends on the byte there.
    private static func special(_ failure: YAMLFailure, _ byte: UInt8?) -> YAMLAdvice? {
        switch (failure.problem, byte) {
        case ("found character that cannot start any token", ASCII.tab?):
            return YAMLAdvice("a tab is not allowed here", "indent with spaces")
        case ("found character that cannot start any token", let byte?):
            let sign = String(decoding: [byte], as: UTF8.self)
            return YAMLAdvice(
                "text must not begin with `\(sign)`, which YAML reserves",
                "put the text in quotes")
        case ("did not find expected ',' or ']'", nil):
            return YAMLAdvice("the file ends before the closing `]` of a list", "write the `]`")
        case ("did not find expected ',' or '}'", nil):
            return YAMLAdvice("the file ends before the closing `}` of a mapping", "write the `}`")
        case ("did not find expected comment or line break", _):
            return failure.context == "while scanning a block scalar"
                ? YAMLAdvice(
                    "only a comment may follow `|` or `>` in its line",
                    "begin the text in the next line") : malformedDirective
        default: return nil
        }
    }

    private static let malformedDirective = YAMLAdvice(
        "this directive is not well-formed",
        "write, for example, %YAML 1.2; text that begins with % must be in quotes")
    private static let malformedTag = YAMLAdvice(
        "this tag is not well-formed", "put text that begins with ! in quotes")
    private static let escapes =
        "write \\\\ for a backslash, or use single quotes, in which nothing is escaped"

    private static let table: [String: YAMLAdvice] = [
        "could not find expected ':'": YAMLAdvice(
            "no `:` follows this key in its line",
            "write the `:`; further lines of a text must be indented more deeply than its key"),
        "mapping values are not allowed in this context": YAMLAdvice(
            "a `:` with a value is not allowed here",
            "put text that holds `: ` in quotes, or check the indentation of the lines before"),
        "block sequence entries are not allowed in this context": YAMLAdvice(
            "a list entry (`- `) may not begin here", "begin the list on a line of its own"),
        "mapping keys are not allowed in this context": YAMLAdvice(
            "a key (`? `) may not begin here", "put text that begins with `?` in quotes"),
        "found unexpected end of stream": YAMLAdvice(
            "the file ends inside a quoted text", "write the closing quote"),
        "found unexpected document indicator": YAMLAdvice(
            "a line with `---` or `...` is not allowed in a quoted text",
            "write the closing quote before it, or indent the line"),
        "found unknown escape character": YAMLAdvice(
            "double quotes do not have this escape", escapes),
        "did not find expected hexdecimal number": YAMLAdvice(
            "the escape needs more hexadecimal digits: \\x needs two, \\u four and \\U eight",
            escapes),
        "found invalid Unicode character escape code": YAMLAdvice(
            "the escape is not a Unicode character",
            "write the character itself, or \\U and eight digits instead of surrogates"),
        "found a tab character that violates indentation": YAMLAdvice(
            "a tab is not indentation", "indent with spaces"),
        "found a tab character where an indentation space is expected": YAMLAdvice(
            "there is a tab where the indentation of a block of text is expected",
            "indent with spaces"),
        "found an indentation indicator equal to 0": YAMLAdvice(
            "an indentation indicator must be a digit from 1 to 9",
            "remove it; it is needed only for text that begins with spaces"),
        "found unexpected ':'": YAMLAdvice(
            "a `:` is not allowed here within brackets",
            "put the text in quotes, or a space after the `:` of a key"),
        "did not find expected alphabetic or numeric character": YAMLAdvice(
            "an anchor or alias needs a name of letters, digits, `_` and `-`, and then white space",
            "put text that begins with & or * in quotes"),
        "found unknown directive name": YAMLAdvice(
            "this directive is unknown; %YAML and %TAG are known",
            "remove it; text that begins with % must be in quotes"),
        "found incompatible YAML document": YAMLAdvice(
            "this version of YAML is unknown; 1.1 and 1.2 are known", "write %YAML 1.2"),
        "found duplicate %YAML directive": YAMLAdvice(
            "there are two %YAML directives before one document", "remove one of the two"),
        "found duplicate %TAG directive": YAMLAdvice(
            "two %TAG directives define the same handle", "remove one of the two"),
        "found undefined tag handle": YAMLAdvice(
            "no %TAG directive defines the handle of this tag",
            "put text that begins with ! in quotes"),
        "did not find expected <document start>": YAMLAdvice(
            "the document has ended before this text",
            "check the indentation; write `---` on a line between documents"),
        "did not find expected node content": YAMLAdvice(
            "a value is missing here", "write the value, or null"),
        "did not find expected '-' indicator": YAMLAdvice(
            "expected the next entry (`- `) of a list",
            "indent the line like the other entries, or less to end the list"),
        "did not find expected key": YAMLAdvice(
            "expected the next key of a mapping",
            "indent the line like the other keys, or less to end the mapping"),
        "did not find expected ',' or ']'": YAMLAdvice(
            "expected `,` or `]` after an entry of a list in brackets",
            "put text that holds brackets or quotes in quotes"),
        "did not find expected ',' or '}'": YAMLAdvice(
            "expected `,` or `}` after an entry of a mapping in brackets",
            "put text that holds braces or quotes in quotes"),
    ]
}
