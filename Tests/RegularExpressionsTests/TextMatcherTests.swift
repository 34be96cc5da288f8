import TestSupport
import Testing

@testable import RegularExpressions

@Suite("The simplest patterns are matched in the simplest way")
struct TextMatcherTests {
    @Test(
        "Each pattern gets the cheapest matcher",
        arguments: [
            ("abc", "text"), ("^abc", "text"), ("abc$", "text"), ("^(?:abc)$", "text"),
            ("", "text"),
            ("^[a-z]*$", "run"), ("^[a-z]+$", "run"), ("^[a-z]{1,3}$", "run"), ("^.$", "run"),
            ("^[a-z]+-$", "table"), ("a|b", "table"), (#"\bfoo\b"#, "table"), ("a(?!b)c", "table"),
            ("a long text that is sought", "table"), ("^(?=a).b$", "all"), ("^a(?<!b)$", "all"),
            ("a(?=bc)", "threads"), (#"(a)\1"#, "backtracking"),
        ])
    func choosesMatcher(_ source: String, _ expected: String) throws {
        let name =
            switch try Pattern(source).matcher {
            case .text: "text"
            case .run: "run"
            case .table: "table"
            case .threads: "threads"
            case .backtracking: "backtracking"
            case .all: "all"
            }
        #expect(name == expected)
    }

    @Test("Texts are found where the pattern wants them", arguments: rows)
    func findsTexts(_ row: MatchingRow) throws {
        try row.check()
    }

    private static let rows: [MatchingRow] = [
        MatchingRow("ab", yes: ["ab", "aab", "xaby"], no: ["", "a", "ba"]),
        MatchingRow("^ab", yes: ["ab", "abc"], no: ["", "xab"]),
        MatchingRow("ab$", yes: ["ab", "xab"], no: ["", "abx", "b"]),
        MatchingRow("^ab$", yes: ["ab"], no: ["abab", "a", ""]),
        MatchingRow("é", yes: ["café"], no: ["cafè", "e\u{301}"]),
        MatchingRow("^[^a]{2}$", yes: ["é😀", "bb"], no: ["é", "éa", "ééé"]),
    ]

    @Test("Bytes that are not valid text get an answer that depends on them alone")
    func survivesInvalidText() throws {
        let sources = ["^.+$", "[é😀]$", "(?m:^.$)", "(?<=é+)a", #"(.)\1"#, "^é"]
        let patterns = try sources.map { try Pattern($0) }
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let bytes = (0..<6).map { _ in UInt8(0x70 + random.below(0x90)) }
            for (pattern, source) in zip(patterns, sources) {
                let answers = try bytes.amidOthers().map { copy in
                    try copy.withUnsafeBufferPointer { try pattern.matches(utf8: $0) }
                }
                #expect(Set(answers).count == 1, "\(source) on \(bytes)")
            }
        }
    }
}
