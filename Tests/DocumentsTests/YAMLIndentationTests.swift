import Documents
import SourceText
import Testing

@Suite("A wrong indentation is found in its own line")
struct YAMLIndentationTests {
    @Test(
        arguments: [
            ("s:\n   ↓a: 1\n  b: 2\n", "more deeply than the lines after it"),
            ("s:\n   ↓a: 1\n  b: 2\n  c: 3\n", "more deeply than the lines after it"),
            ("s:\n   ↓- 1\n  - 2\n", "more deeply than the lines after it"),
            ("s:\n   ↓a:\n     x: 1\n  b: 2\n", "more deeply than the lines after it"),
            (" ↓a: 1\nb: 2\n", "more deeply than the lines after it"),
            ("s:\n  a: 1\n  b: 2\n  c: 3\n ↓d: 4\n", "expected the next key"),
            ("a: 1\n b↓: 2\n", "more deeply than the one before it"),
            ("s:\n  a: 'x'\n   ↓b: 2\n", "more deeply than the one before it"),
            ("s:\n  a: 1\n\n  # comment\n   ↓b: 2\n", "more deeply than the one before it"),
            ("a↓:1\nb: 2\n", "a space is missing"),
            ("a: b↓: 2\n", "a `:` with a value is not allowed here"),
            ("a: 1\n↓--\nb: 2\n", "exactly `---`"),
            ("a: {}\n ↓---\nb: 2\n", "exactly `---`"),
            ("a: 1\n↓-----\nb: 2\n", "exactly `---`"),
            ("a: |\n    text\n  ↓b: 2\n", "expected the next key"),
        ])
    func row(_ text: String, _ message: String) throws {
        let mark = try #require(text.utf8.firstIndex(of: 0xE2))
        let offset = text.utf8.distance(from: text.utf8.startIndex, to: mark)
        let source = SourceText(path: "a.yaml", bytes: Array(text.replacing("↓", with: "").utf8))
        let findings = YAMLReader.read(source).diagnostics
        try #require(findings.count == 1)
        #expect(findings[0].message.contains(message), "\(findings[0].message)")
        #expect(findings[0].span.range.start == offset)
    }
}
