import Documents
import SourceText
import Testing

@Suite("The program's limits hold exactly, and their errors name them")
struct LimitTests {
    @Test("what reaches a limit of YAML is read, what exceeds it is not", arguments: Row.yaml)
    func yaml(_ row: Row) {
        #expect(YAMLReader.read(source(row.text(row.limit))).diagnostics.isEmpty)
        let findings = YAMLReader.read(source(row.text(row.limit + 1))).diagnostics
        #expect(findings.map(\.code) == [row.code])
        #expect(findings.first?.message.contains(String(row.limit)) == true)
    }

    @Test("what reaches a limit of JSON is read, what exceeds it is not", arguments: Row.json)
    func json(_ row: Row) {
        #expect(JSONReader.read(source(row.text(row.limit))).document != nil)
        let findings = JSONReader.read(source(row.text(row.limit + 1))).diagnostics
        #expect(findings.map(\.code) == [row.code])
        #expect(findings.first?.message.contains(String(row.limit)) == true)
    }

    @Test("a text of a thousand aliases to aliases ends at the limit", .timeLimit(.minutes(1)))
    func bombs() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<1_000 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let result = YAMLReader.read(source(text))
        #expect(result.diagnostics.map(\.code) == [.yamlAliasLimit])
        #expect(result.documents.first.map { $0.records.count < 200_000 } == true)
    }

    @Test("brackets without end are refused at once", .timeLimit(.minutes(1)))
    func brackets() {
        for sign in ["[", "{", "[\n", "- ", "? ", "{a: "] {
            let result = YAMLReader.read(source(String(repeating: sign, count: 1_000_000)))
            #expect(result.diagnostics.map(\.code) == [.yamlDepthLimit])
        }
    }

    /// A limit with a text that needs a given amount of what it bounds.
    struct Row: Sendable, CustomTestStringConvertible {
        let code: DiagnosticCode
        let limit: Int
        let text: @Sendable (Int) -> String

        var testDescription: String { code.name }

        private static let limits = DocumentLimits.standard

        static let yaml = [
            Row(code: .yamlSizeLimit, limit: limits.yamlBytes) {
                String(repeating: "#", count: $0)
            },
            Row(code: .yamlDepthLimit, limit: limits.yamlDepth) {
                String(repeating: "[", count: $0) + String(repeating: "]", count: $0)
            },
            Row(code: .yamlAliasLimit, limit: limits.yamlAliasNodes) {
                let aliases = String(repeating: "*a,", count: $0 / 50)
                let rest = String(repeating: "*b,", count: $0 % 50)
                return "[&a [\(String(repeating: "1,", count: 49))],&b 1,\(aliases)\(rest)]"
            },
            Row(code: .yamlDirectiveLimit, limit: limits.yamlTagDirectives) {
                (0..<$0).map { "%TAG !t\($0)! tag:example.com,2000:\n" }.joined() + "--- a\n"
            },
            Row(code: .yamlNumberLimit, limit: limits.yamlRadixDigits) {
                "0x" + String(repeating: "f", count: $0)
            },
        ]

        static let json = [
            Row(code: .jsonDepthLimit, limit: limits.jsonDepth) {
                String(repeating: "[", count: $0) + String(repeating: "]", count: $0)
            }
        ]
    }
}
