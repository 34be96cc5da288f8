import Documents
import SourceText
import Testing

@Suite("A byte-order mark in a YAML file")
struct ByteOrderMarkTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let documents: [String]

        var testDescription: String { name }
    }

    private static let rows = [
        Row(name: "at the start", text: "⟨a: 1\nb: 2\n", documents: [#"{"a":1,"b":2}"#]),
        Row(name: "after a comment", text: "# c\n⟨a: 1\nb: 2\n", documents: [#"{"a":1,"b":2}"#]),
        Row(
            name: "after comments with other line ends", text: "# c\r\n \r\n⟨a: 1\rb: 2\r\n",
            documents: [#"{"a":1,"b":2}"#]),
        Row(name: "after a lone CR", text: "# c\r⟨a: 1\rb: 2\r", documents: [#"{"a":1,"b":2}"#]),
        Row(
            name: "at the start and after a comment", text: "⟨# c\n⟨a: 1\n",
            documents: [#"{"a":1}"#]),
        Row(name: "before a comment", text: "# c\n⟨# d\na: 1\n", documents: [#"{"a":1}"#]),
        Row(name: "before ---", text: "# c\n⟨---\na: 1\n", documents: [#"{"a":1}"#]),
        Row(name: "before --- and text", text: "\n⟨--- a\n", documents: [#""a""#]),
        Row(
            name: "before a second document", text: "a: |\n  x\n⟨---\nb: 2\n",
            documents: [#"{"a":"x\n"}"#, #"{"b":2}"#]),
        Row(
            name: "after ...", text: "a: 1\n...\n# c\n⟨# d\n---\nb: 2\nc: 3\n",
            documents: [#"{"a":1}"#, #"{"b":2,"c":3}"#]),
        Row(name: "before nothing", text: "# c\n⟨", documents: []),
        Row(name: "within text", text: "# c\na: x⟨y\n", documents: ["{\"a\":\"x\u{FEFF}y\"}"]),
    ]

    @Test("is passed over where a document may begin", arguments: rows)
    func accepted(_ row: Row) {
        let text = row.text.replacing("⟨", with: "\u{FEFF}")
        let result = YAMLReader.read(source(text))
        #expect(result.diagnostics.map(\.message) == [])
        #expect(result.documents.map { json($0.root) } == row.documents)
    }

    @Test("leaves what follows at its line and column")
    func locations() throws {
        let input = source("# c\n\u{FEFF}a: 1\nb: no\n")
        let finding = try #require(YAMLReader.read(input).diagnostics.first)
        var table = LineTable(input)
        #expect(table.location(at: finding.span.range.start) == Location(line: 3, column: 4))
    }

    @Test("is an error within a document", arguments: ["a: 1\n⟨b: 2\n", "---\n⟨a: 1\nb: 2\n"])
    func refused(_ text: String) {
        let text = text.replacing("⟨", with: "\u{FEFF}")
        #expect(YAMLReader.read(source(text)).diagnostics.map(\.code) == [.yamlSyntax])
    }
}
