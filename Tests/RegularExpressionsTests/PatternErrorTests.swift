import RegularExpressions
import Testing

@Suite("A text that is not a pattern is an error at its offset")
struct PatternErrorTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let pattern: String
        let offset: Int
        let words: String

        init(_ pattern: String, at offset: Int, _ words: String) {
            self.pattern = pattern
            self.offset = offset
            self.words = words
        }

        var testDescription: String { pattern }
    }

    @Test("The error says what is wrong, and where", arguments: rows)
    func rejects(_ row: Row) throws {
        let error = try #require(throws: PatternError.self) { try Pattern(row.pattern) }
        #expect(error.message.contains(row.words))
        #expect(error.offset == row.offset)
    }

    private static let rows: [Row] = [
        Row("é(a", at: 2, "group is not closed"),
        Row("a)", at: 1, "no ( for this )"),
        Row("é[a", at: 2, "class is not closed"),
        Row("[a-", at: 0, "class is not closed"),
        Row("[a\\", at: 2, "escapes nothing"),
        Row("a\\", at: 1, "escapes nothing"),
        Row("*a", at: 0, "nothing to repeat"),
        Row("a|+", at: 2, "nothing to repeat"),
        Row("{2}", at: 0, "nothing to repeat"),
        Row("a++", at: 2, "possessive"),
        Row("a{2}{3}", at: 4, "possessive"),
        Row("a+??", at: 3, "possessive"),
        Row("a{2,1}", at: 1, "out of order"),
        Row("[z-a]", at: 1, "out of order"),
        Row("^*", at: 1, "no quantifier"),
        Row("(?<=a)+", at: 6, "no quantifier"),
        Row("(?>a)", at: 0, "begins no group"),
        Row("(?P<n>a)", at: 0, "begins no group"),
        Row("(?i)a", at: 0, "for a group only"),
        Row("(?s)a", at: 0, "for a group only"),
        Row("(?-:a)", at: 0, "(?-: begins no group"),
        Row("(?i-i:a)", at: 0, "(?i-i: begins no group"),
        Row("(?ss:a)", at: 0, "begins no group"),
        Row("(?<1>a)", at: 3, "not an identifier"),
        Row("(?<>a)", at: 3, "not an identifier"),
        Row("(?<n", at: 3, "not an identifier"),
        Row("(?<n>a)(?<n>b)", at: 7, "already"),
        Row("(?<n>a(?<n>b))", at: 6, "already"),
        Row(#"(?<n>a)\k<m>"#, at: 7, "no group m"),
        Row(#"\k"#, at: 0, "name of a group"),
        Row(#"(a)\2"#, at: 3, "no group 2"),
        Row(#"\99999999999999999999"#, at: 0, "no group"),
        Row(#"\01"#, at: 0, "octal"),
        Row(#"[\1]"#, at: 1, "octal"),
        Row(#"\c1"#, at: 0, "letter"),
        Row(#"\x4"#, at: 0, "two hexadecimal"),
        Row(#"\u12"#, at: 0, "four hexadecimal"),
        Row(#"\u{110000}"#, at: 0, "10FFFF"),
        Row(#"\u{FFFFFFFFFFFFFFFFFF}"#, at: 0, "10FFFF"),
        Row(#"\pL"#, at: 0, "in braces"),
        Row(#"a\p{Foo}"#, at: 1, "no property Foo"),
        Row(#"\p{letter}"#, at: 0, "no property letter"),
        Row(#"\p{Greek}"#, at: 0, #"\p{Script=Greek}"#),
        Row(#"\p{Script=Klingon}"#, at: 0, "no value Klingon"),
        Row(#"\p{Block=Latin}"#, at: 0, "Block takes no value"),
        Row(#"\p{}"#, at: 0, "no property"),
        Row("[\\p{=}]", at: 1, "takes no value"),
    ]
}
