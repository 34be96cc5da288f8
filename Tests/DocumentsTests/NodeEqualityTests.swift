import Documents
import SourceText
import Testing

@Suite("Node equality")
struct NodeEqualityTests {
    private func node(_ text: String) throws -> Node {
        let source = SourceText(path: "test.json", bytes: Array(text.utf8))
        return try #require(JSONReader.read(source).document).root
    }

    @Test(
        "values",
        arguments: [
            ("1", "1.0", true), ("1", "true", false), ("0", "false", false), ("null", "0", false),
            ("\"1\"", "1", false), ("[]", "{}", false), ("[1, [2]]", "[1.0, [20e-1]]", true),
            ("[1, 2]", "[2, 1]", false), ("[1]", "[1, 1]", false),
            (#"{"a": 1, "b": [true]}"#, #"{"b": [true], "a": 1e0}"#, true),
            (#"{"a": 1, "b": 2}"#, #"{"a": 2, "b": 1}"#, false),
            (#"{"a": 1}"#, #"{"b": 1}"#, false), (#"{"a": 1}"#, #"{"a": 1, "b": 1}"#, false),
            (#""\u00e9""#, "\"\u{E9}\"", true), ("\"\u{E9}\"", "\"e\u{301}\"", false),
            ("{\"\u{E9}\": 1}", "{\"e\u{301}\": 1}", false),
        ])
    func values(left: String, right: String, areEqual: Bool) throws {
        let (left, right) = (try node(left), try node(right))
        #expect(left.isEqual(to: right) == areEqual)
        #expect(right.isEqual(to: left) == areEqual)
        #expect(left.isEqual(to: left))
    }

    @Test("deep and wide values")
    func large() throws {
        let deep = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
        #expect(try node(deep).isEqual(to: try node(" " + deep)))
        let members = (0..<5_000).map { "\"k\($0)\": \($0)" }
        let forward = try node("{\(members.joined(separator: ","))}")
        let backward = try node("{\(members.reversed().joined(separator: ","))}")
        #expect(forward.isEqual(to: backward))
    }

    @Test("an opaque string equals only itself, unless asked otherwise")
    func opaque() throws {
        var builder = DocumentBuilder(source: SourceText(path: "a", bytes: []))
        builder.append(.string, text: [], SourceRange(at: 0), flags: .opaque)
        let secret = builder.finish().root
        let text = try node("\"a\"")
        #expect(secret.isEqual(to: secret))
        #expect(!secret.isEqual(to: text))
        #expect(secret.isEqual(to: text, opaqueIsAnyString: true))
        #expect(!secret.isEqual(to: try node("1"), opaqueIsAnyString: true))
    }
}
