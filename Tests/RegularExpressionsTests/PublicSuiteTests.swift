import Foundation
import RegularExpressions
import TestSupport
import Testing

/// The cases of the JSON Schema test suite that have patterns.
@Suite("The public suite of JSON Schema passes", .needs(suite: "JSON-Schema-Test-Suite"))
struct PublicSuiteTests {
    @Test(
        "Patterns match as the suite says",
        arguments: ["pattern", "optional/ecmascript-regex", "optional/non-bmp-regex"])
    func passes(_ name: String) throws {
        let data = try Data(contentsOf: #require(suite).appending(path: name + ".json"))
        let groups = try #require(JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        for group in groups {
            let schema = try #require(group["schema"] as? [String: Any])
            for test in try #require(group["tests"] as? [[String: Any]]) {
                let expected = try #require(test["valid"] as? Bool)
                let description = test["description"] as? String ?? ""
                #expect(try isValid(test["data"], under: schema) == expected, "\(description)")
            }
        }
    }

    /// `pattern` and `patternProperties`, with as much of JSON Schema as these cases use.
    private func isValid(_ value: Any?, under schema: [String: Any]) throws -> Bool {
        if let source = schema["pattern"] as? String, let text = value as? String {
            return try Pattern(source).matches(text)
        }
        guard let object = value as? [String: Any] else { return true }
        let subschemas = schema["patternProperties"] as? [String: Any] ?? [:]
        for (key, member) in object {
            var isMatched = false
            for (source, subschema) in subschemas where try Pattern(source).matches(key) {
                isMatched = true
                let type = (subschema as? [String: Any])?["type"] as? String
                if type == "integer", !(member is Int) { return false }
            }
            if !isMatched, schema["additionalProperties"] as? Bool == false { return false }
        }
        return true
    }
}

private let suite = Suites.folder("JSON-Schema-Test-Suite")?.appending(path: "tests/draft2020-12")
