import Reporting
import SourceText
import TestSupport
import Testing

@Suite("Findings as text")
struct TextReportTests {
    @Test func places() throws {
        let findings = [
            Cases.finding("1-word.yaml", "a: 1\nb: «two»\nc: 3\n", hint: "write 2"),
            Cases.finding("2-whole.yaml", "«a: 1»"),
            Cases.finding("3-between.yaml", "a: «»1\n"),
            Cases.finding("4-end.yaml", "a: 1\n«»"),
            Cases.finding("5-empty.yaml", "«»"),
            Cases.finding("6-line-ends.yaml", "a\r\nb: «x»\r\nc\rd"),
        ]
        try Golden.expect(Cases.text(findings), "places.txt")
    }

    @Test func severalLines() throws {
        let lines = (1...12).map { "  line: \($0)" }.joined(separator: "\n")
        let findings = [
            Cases.finding("1-two.yaml", "a: «{b: 1,\n   c: 2}» # end\n"),
            Cases.finding("2-many.yaml", "key:\n«\(lines)\n»other: 1\n"),
            Cases.finding("3-block.yaml", "a: «|\n  text\n\n\n»b: 1\n"),
        ]
        try Golden.expect(Cases.text(findings), "several-lines.txt")
    }

    @Test func unusualCharacters() throws {
        let findings = [
            Cases.finding("1-tab.yaml", "\ta:\t«b\tc»\td"),
            Cases.finding("2-wide.yaml", "名前: «価格» 円"),
            Cases.finding("3-control.yaml", "a\u{1B}[31m: «\u{202E}b\u{7}» c"),
            Cases.finding("4-combined.yaml", "e\u{301}: «e\u{301}x»"),
            Cases.finding("5-\u{202E}name.yaml", "«a»", "about \u{1B}[31m \u{202E}"),
        ]
        try Golden.expect(Cases.text(findings), "unusual-characters.txt")
    }

    @Test("bytes that are not UTF-8 are shown escaped")
    func invalidBytes() throws {
        let source = SourceText(path: "a.yaml", bytes: [0x61, 0xE9, 0x62, 0x80, 0xFF, 0x62, 0x0A])
        let findings = [
            Diagnostic(
                Cases.error, "not UTF-8", at: source.span(SourceRange(start: 4, end: 5)))
        ]
        try Golden.expect(Cases.text(findings), "invalid-bytes.txt")
    }

    @Test func longLines() throws {
        let (filler, wide) = (
            String(repeating: "abcdefghi ", count: 40), String(repeating: "é", count: 300)
        )
        let findings = [
            Cases.finding("1-start.yaml", "«here» \(filler)"),
            Cases.finding("2-middle.yaml", "\(filler)«here» \(filler)"),
            Cases.finding("3-end.yaml", "\(filler)«here»"),
            Cases.finding("4-long.yaml", "\(filler)«\(filler)»"),
            Cases.finding("5-wide.yaml", "\(wide)«here»\(wide)"),
        ]
        try Golden.expect(Cases.text(findings), "long-lines.txt")
    }

    @Test func notes() throws {
        let other = Cases.span("other.yaml", String(repeating: "x\n", count: 119) + "a: «1»\n")
        let findings = [
            Cases.finding(
                "a.yaml", "b: «1»\n", hint: "write 2",
                notes: [.init("the rule is here", at: other), .init("without a place")]),
            Diagnostic(
                Cases.error, "a file without text",
                at: SourceText.withoutText(path: "b.yaml").span(SourceRange(at: 0))),
        ]
        try Golden.expect(Cases.text(findings), "notes.txt")
    }

    @Test func masks() throws {
        let marked = "a: {secret: «hunter2», b: 1}\n"
        let finding = Cases.finding("a.yaml", marked)
        let many = Cases.span("b.yaml", "secret: «|\n  hunter2\n  hunter3\n»b: 1\n")
        let second = Diagnostic(
            Cases.error, "the line of the key", at: many.source.span(SourceRange(start: 0, end: 6)))
        let third = Diagnostic(Cases.error, "all of it", at: many)
        for span in [finding.span, many] { span.source.hide([span.range]) }
        let output = Cases.text([finding, second, third])
        #expect(!String(decoding: output, as: UTF8.self).contains("hunter"))
        try Golden.expect(output, "masks.txt")
    }

    @Test func colours() throws {
        let finding = Cases.finding(
            "a.yaml", "b: «1»\n", hint: "write 2", notes: [.init("a note")])
        try Golden.expect(Cases.text([finding], style: .coloured), "colours.txt")
        let plain = String(decoding: Cases.text([finding]), as: UTF8.self)
        #expect(!plain.contains("\u{1B}"))
    }
}
