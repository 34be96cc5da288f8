import Documents
import JSONSchema
import SchemaComparison
import Testing

/// Schemas that are made to exhaust whoever compares them: an answer, in bounded time.
@Suite("JSONSchema comparison of hostile schemas")
struct JSONSchemaCompareHostileTests {
    private func chain(_ count: Int, _ end: String, _ body: (Int) -> String) -> String {
        let definitions = (0..<count).map { #""d\#($0)": \#(body($0 + 1))"# }
        return ##"{"$ref": "#/$defs/d0", "$defs": {\##(definitions.joined(separator: ", ")), "##
            + ##""d\##(count)": \##(end)}}"##
    }

    @Test("alternatives of alternatives")
    func diamonds() throws {
        func schema(_ least: Int) -> String {
            chain(30, "{\"minimum\": \(least)}") {
                ##"{"anyOf": [{"$ref": "#/$defs/d\##($0)"}, {"$ref": "#/$defs/d\##($0)"}]}"##
            }
        }
        #expect(try comparison(schema(2), schema(1)).verdict == .safe)
        #expect(try comparison(schema(1), schema(2)).verdict != .safe)
    }

    @Test("a long chain")
    func longChain() throws {
        func schema(_ least: Int) -> String {
            chain(1_000, "{\"minimum\": \(least)}") {
                ##"{"allOf": [{"$ref": "#/$defs/d\##($0)"}]}"##
            }
        }
        #expect(try comparison(schema(1), schema(2)).verdict != .safe)
    }

    @Test("deep schemas")
    func deep() throws {
        func schema(_ core: String) -> String {
            String(repeating: #"{"items": "#, count: 400) + core
                + String(repeating: "}", count: 400)
        }
        #expect(
            try comparison(schema(#"{"type": "integer"}"#), schema(#"{"type": "number"}"#)).verdict
                == .safe)
        #expect(
            try comparison(schema(#"{"type": "number"}"#), schema(#"{"type": "integer"}"#)).verdict
                != .safe)
    }

    @Test("a schema without values is safe to replace only if that is seen")
    func endless() throws {
        let old = ##"{"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#"}}}"##
        let new = #"{"required": ["b"]}"#
        #expect(try comparison(old, new).verdict == .unknown)
    }

    @Test("many patterns")
    func patterns() throws {
        func schema(_ least: Int) -> String {
            let patterns = (0..<12).map { #""^(a+)+\#($0)$": {"minimum": \#(least)}"# }
            return "{\"patternProperties\": {\(patterns.joined(separator: ", "))}}"
        }
        #expect(try comparison(schema(1), schema(1)).verdict == .safe)
        #expect(try comparison(schema(1), schema(0)).verdict == .unknown)
    }
}
