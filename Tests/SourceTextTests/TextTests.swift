import SourceText
import Testing

@Suite("Text that is shown")
struct TextTests {
    @Test(
        "has its control, bidirectional and invisible characters escaped",
        arguments: [
            ("plain é 日本 😀", "plain é 日本 😀"), ("a\nb", "a\\u{A}b"), ("\u{1B}[31m", "\\u{1B}[31m"),
            ("\u{202E}txt", "\\u{202E}txt"), ("\u{2066}", "\\u{2066}"), ("\u{FEFF}", "\\u{FEFF}"),
            ("\u{7F}\u{85}", "\\u{7F}\\u{85}"), ("\u{2028}", "\\u{2028}"), ("", ""),
        ])
    func escapes(text: String, shown: String) {
        #expect(PrintableText.escaped(text) == shown)
    }

    @Test(
        "suggests the known name that is nearest, if one is near enough",
        arguments: [
            ("conector", "connector"), ("Connector", "connector"), ("reseler", "reseller"),
            ("ulr", "url"), ("processingPeriod", "processingPeriodMinutes"), ("colour", nil),
            ("xyz", nil), ("", nil), ("payment.craeted", "payment.created"),
            ("payment.refunded", nil),
        ] as [(String, String?)])
    func suggestion(word: String, expected: String?) {
        let known = [
            "connector", "reseller", "url", "processingPeriodMinutes", "name", "payment.created",
        ]
        #expect(Suggestion.nearest(to: word, among: known) == expected)
    }

    @Test("of a diagnostic is escaped where it is made")
    func diagnostics() {
        let code = DiagnosticCode("test", .note, reason: "", remedy: "")
        let place = SourceText.withoutText(path: "t").span(SourceRange(at: 0))
        let diagnostic = Diagnostic(
            code, "a\u{202E}b", at: place, hint: "\u{7}", notes: [.init("\u{0}")])
        #expect(diagnostic.message == "a\\u{202E}b")
        #expect(diagnostic.hint == "\\u{7}")
        #expect(diagnostic.notes[0].message == "\\u{0}")
    }
}

@Suite("Quoted text")
struct QuotedTextTests {
    @Test(
        "is masked with the numbers beside it, and punctuation and names that may be shown are not",
        arguments: [
            ("the tag `!a` is unknown", "the tag `•••` is unknown"),
            ("the tag `!a`b` is unknown", "the tag `•••` is unknown"),
            ("the tag `\u{301}a` is unknown", "the tag `•••` is unknown"),
            ("must be \"\u{200D}a\", not \"b\"", "must be \"•••\""),
            ("not the number 1\u{301}2", "not the number •••\u{301}•••"),
            ("`known` must be at most 10, not 4e5", "`known` must be at most •••, not •••"),
            ("`other` must be 1", "`•••` must be •••"),
            ("expected `,` or `]` after an entry", "expected `,` or `]` after an entry"),
            ("text to readers of YAML 1.1", "text to readers of YAML 1.1"),
            (
                "begins with `apiVersion: connectorctl/v1`",
                "begins with `apiVersion: connectorctl/v1`"
            ),
            ("has no `apiVersion`, but `x`", "has no `•••`"),
            ("`é` and `ü`", "`•••`"), ("one ` alone", "one ` alone"),
        ])
    func masked(message: String, expected: String) {
        #expect(QuotedText.masked(message) { $0 == "known" } == expected)
    }
}
