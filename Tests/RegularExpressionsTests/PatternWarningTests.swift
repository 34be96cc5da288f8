import RegularExpressions
import Testing

@Suite("What only the flag u forbids is taken leniently")
struct PatternWarningTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let pattern: String
        let text: String
        let offsets: [Int]

        init(_ pattern: String, matching text: String, at offsets: Int...) {
            self.pattern = pattern
            self.text = text
            self.offsets = offsets
        }

        var testDescription: String { pattern }
    }

    @Test("Each leniency is a warning at its place", arguments: rows)
    func warns(_ row: Row) throws {
        let pattern = try Pattern(row.pattern)
        #expect(pattern.warnings.map(\.offset) == row.offsets)
        #expect(try pattern.matches(row.text))
    }

    private static let rows: [Row] = [
        Row(#"^\&\-$"#, matching: "&-", at: 1, 3),
        Row(#"^é\@$"#, matching: "é@", at: 3),
        Row(#"^[\&]$"#, matching: "&", at: 2),
        Row("^a]$", matching: "a]", at: 2),
        Row("^{a}$", matching: "{a}", at: 1, 3),
        Row("^a{,3}$", matching: "a{,3}", at: 2, 5),
        Row("^a{3$", matching: "a{3", at: 2),
        Row(#"^[\w-.]+$"#, matching: "a-.", at: 2),
        Row("(?=a)*b", matching: "b", at: 5),
        Row(#"^[a-z\-]+\/$"#, matching: "a-/"),
    ]

    @Test("A letter that other dialects escape is said to be just a letter")
    func warnsOfOtherDialects() throws {
        let pattern = try Pattern(#"\Aa\z"#)
        #expect(pattern.warnings.map(\.offset) == [0, 3])
        #expect(pattern.warnings.allSatisfy { $0.message.contains("is the letter") })
        #expect(try pattern.matches("Aaz"))
    }
}
