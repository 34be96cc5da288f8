import JSONText
import SourceText
import TestSupport
import Testing

@testable import Documents

@Suite("Values written as YAML blocks")
struct YAMLBlockTests {
    private func root(_ json: [UInt8]) throws -> Node {
        let (document, findings) = JSONReader.read(SourceText(path: "test.json", bytes: json))
        try #require(findings.isEmpty, "\(findings.map(\.message))")
        return try #require(document).root
    }

    private func block(_ root: Node) -> String {
        var block = YAMLBlock()
        for member in root.members { block.member(member.name, member.value) }
        return block.text
    }

    /// Expects the same values, and no finding: no other reader takes them for something else either.
    private func expectSame(_ json: [UInt8], _ place: Comment) throws {
        let root = try root(json)
        guard root.count > 0 else { return }
        let text = block(root)
        let (documents, findings) = YAMLReader.read(
            SourceText(path: "test.yaml", bytes: Array(text.utf8)))
        let comment: Comment =
            "\(place.rawValue)\n\(String(decoding: json, as: UTF8.self))\n\(text)"
        #expect(findings.map(\.message) == [], comment)
        #expect(documents.count == 1, comment)
        #expect(documents.first?.root.isEqual(to: root) == true, comment)
    }

    @Test("read back as the very same values", arguments: UInt64(0)..<400)
    func property(_ seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        try expectSame(random.object(), "seed \(seed)")
    }

    @Test(
        "read back where a reader could stumble",
        arguments: [
            "", " ", "a ", " a", "a: b", "a:", ":a", "a #b", "#a", "- a", "-", "--- a", "...",
            "? a",
            "null", "~", "Yes", "NO", "off", "y", "0x1F", "012", "1:30", "1_000", ".inf", "1e5",
            "=",
            "<<", "*a", "&a", "!a", "%a", "@a", "`a", "'a'", "\"a\"", "{a", "[a", "a, b", "a]",
            "2025-11-26", "https://a.example:8080/x?y=1&z#f", "$ref", "#/$defs/a", "a\\b", "\t",
            "a\tb",
            "a\n", "a\nb", "a\n\nb\n", "\na", "a\n\n", " a\nb", "a\n b", "a \nb", "a\n  \nb",
            "a\r\nb",
            "a\u{85}b", "a\u{2028}b", "\u{FEFF}", "\u{7F}", "\u{0}", "\u{1F600}", "e\u{301}",
            "\u{E9}t\u{E9}", "a\u{200D}b", "a\u{202E}b", "\u{E0001}", "\u{FFFE}", "a\nb: c\n- d\n",
            "a\n# b", "a\n---\nb", "a\n\tb", "|", "> a", "a: |", "\u{A0}a", "a\u{A0}", "\u{660}",
        ])
    func strings(_ text: String) throws {
        let part = String(decoding: JSONWriter.string(text), as: UTF8.self)
        let json = "{\(part):\(part),\"a\":{\(part):[\(part),[\(part)],{\(part):\(part)}]}}"
        if text != "a" { try expectSame(Array(json.utf8), "\(part)") }
    }

    @Test(
        "have numbers with the digits that they had",
        arguments: [
            ("0", "0"), ("-0", "-0"), ("1.50", "1.50"), ("1e5", "1.0e+5"), ("1E-7", "1.0e-7"),
            ("-1.5e3", "-1.5e+3"), ("1.5E+30", "1.5e+30"), ("1e999999999999", "1.0e+999999999999"),
            ("123456789012345678901234567890", "123456789012345678901234567890"),
        ])
    func numbers(_ json: String, _ yaml: String) throws {
        #expect(try block(root(Array("{\"a\":\(json)}".utf8))) == "a: \(yaml)\n")
        try expectSame(Array("{\"a\":[\(json)]}".utf8), "\(json)")
    }

    @Test("are nested as deep as YAML may be, and have keys of any length")
    func extremes() throws {
        let depth = DocumentLimits.standard.yamlDepth - 2
        let arrays = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        try expectSame(Array("{\"a\":\(arrays)}".utf8), "arrays")
        let objects =
            String(repeating: "{\"k\":", count: depth) + "1" + String(repeating: "}", count: depth)
        try expectSame(Array("{\"a\":\(objects)}".utf8), "objects")
        for length in [1, 255, 256, 257, 1023, 1024, 1025, 5000] {
            let key = String(repeating: "k", count: length)
            try expectSame(
                Array("{\"\(key)\":{\"\(key)\":[{\"\(key)\":[1]}]},\"b\":1}".utf8), "\(length)")
        }
    }

    @Test("look like what a person would write")
    func looks() throws {
        let json = #"""
            {"name": "Acme Pay", "url": "https://acme.example/v2", "version": "2025-11",
             "schema": {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
              "required": ["merchantId"], "properties": {"merchantId": {"type": "string",
              "pattern": "^M-[0-9]{4}$", "description": "The number: see the contract",
              "enum": [], "default": null}}, "allOf": [{"if": true, "then": {}}, [1, [2, 3]], "no"]},
             "note": "Two lines,\nof which this is one.\n"}
            """#
        let yaml = """
            name: Acme Pay
            url: https://acme.example/v2
            version: "2025-11"
            schema:
              $schema: https://json-schema.org/draft/2020-12/schema
              type: object
              required:
                - merchantId
              properties:
                merchantId:
                  type: string
                  pattern: "^M-[0-9]{4}$"
                  description: "The number: see the contract"
                  enum: []
                  default: null
              allOf:
                - if: true
                  then: {}
                - - 1
                  - - 2
                    - 3
                - "no"
            note: |
              Two lines,
              of which this is one.

            """
        #expect(try block(root(Array(json.utf8))) == yaml)
    }
}

/// Random JSON objects, with all that is hard to write in them.
private struct RandomJSON {
    private var generator: SeededGenerator
    private var depth = 0
    private var nextKey = 0

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func object() -> [UInt8] {
        depth += 1
        defer { depth -= 1 }
        var members: [String] = []
        for _ in 0..<number(below: 5) {
            nextKey += 1
            // Keys are different by their ends.
            let key = string(ending: number(below: 8) == 0 ? "" : String(nextKey))
            guard !members.contains(where: { $0.hasPrefix(key + ":") }) else { continue }
            members.append(key + ":" + value())
        }
        return Array(("{" + members.joined(separator: ",") + "}").utf8)
    }

    private mutating func value() -> String {
        switch number(below: depth > 7 ? 6 : 10) {
        case 0: return ["null", "true", "false"][number(below: 3)]
        case 1, 2: return numeral()
        case 3, 4, 5: return string(ending: "")
        case 6, 7:
            depth += 1
            defer { depth -= 1 }
            return "[" + (0..<number(below: 4)).map { _ in value() }.joined(separator: ",") + "]"
        default: return String(decoding: object(), as: UTF8.self)
        }
    }

    private mutating func numeral() -> String {
        let whole = ["0", "7", "-12", "90071992547409931234", "100"][number(below: 5)]
        let fraction = ["", "", ".0", ".25", ".000000000000000000001"][number(below: 5)]
        let exponent = ["", "", "e5", "E-3", "e+400", "e0"][number(below: 6)]
        return whole + fraction + exponent
    }

    private mutating func string(ending: String) -> String {
        let parts = [
            "a", "Word", " ", "  ", "\n", "\n\n", ":", ": ", "#", " #", "-", "- ", "?", "'", "\"",
            "\\",
            "\t", "\r", "{", "]", ",", "|", "%", "@", "&", "*", "!", "~", "0", "1e3", "true", "no",
            "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{E9}", "e\u{301}",
            "\u{4E2D}", "\u{1F600}", "\u{202E}", "\u{FFFE}", "\u{10FFFF}", "$ref", "https://a.b/c",
        ]
        let text = (0..<number(below: 6)).map { _ in parts[number(below: parts.count)] }.joined()
        return String(decoding: JSONWriter.string(text + ending), as: UTF8.self)
    }

    private mutating func number(below bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &generator)
    }
}
