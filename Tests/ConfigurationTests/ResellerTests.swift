import Configuration
import SourceText
import TestSupport
import Testing

@Suite("Resellers form one tree")
struct ResellerTests {
    /// Resellers as `id` or `id<parent`, and the findings: `code` at the reseller with the index.
    struct Row: CustomTestStringConvertible {
        let resellers: [String]
        let expected: [String]

        init(_ resellers: String, _ expected: String...) {
            self.resellers = resellers.split(separator: " ").map(String.init)
            self.expected = expected
        }

        var testDescription: String { resellers.joined(separator: " ") }

        var text: String {
            let head = "apiVersion: connectorctl/v1\nkind: Installation\nid: test\nresellers:\n"
            return resellers.reduce(head) { text, reseller in
                let parts = reseller.split(separator: "<")
                let parent = parts.count > 1 ? ", parent: \(parts[1])" : ""
                return text + "  - {id: \(parts[0]), name: Name\(parent)}\n"
            }
        }
    }

    static let rows = [
        Row("a"),
        Row("a b<a c<b d<a"),
        Row("b<a a"),
        Row("a b", "6 root-reseller-ambiguous"),
        Row("a b c<b d", "6 root-reseller-ambiguous", "8 root-reseller-ambiguous"),
        Row("a<a", "5 reseller-cycle"),
        Row("a b<b", "6 reseller-cycle"),
        Row("a b<c c<d d<b e<b", "6 reseller-cycle"),
        Row("a b<c c<b d<e e<d", "6 reseller-cycle", "8 reseller-cycle"),
        Row("a e<d d<c c<d", "7 reseller-cycle"),
        Row("a<b b<a", "5 reseller-cycle"),
        Row("a<x", "5 reseller-parent-unknown"),
        Row("a b<x c<b d<z", "6 reseller-parent-unknown", "8 reseller-parent-unknown"),
        Row("a a", "6 duplicate-id"),
        Row("a b<a b<a b<a", "7 duplicate-id", "8 duplicate-id"),
    ]

    @Test(arguments: rows)
    func tree(_ row: Row) throws {
        let folder = try TemporaryFolder()
        try folder.write("i.yaml", row.text)
        try folder.expect(row.expected.map { "i.yaml:" + $0 })
    }

    @Test("a chain of many resellers is looked at in no time")
    func longChain() throws {
        let folder = try TemporaryFolder()
        let chain = (1..<3000).map { "r\($0)<r\($0 - 1)" }.joined(separator: " ")
        try folder.write("i.yaml", Row("r0 " + chain).text)
        try folder.expect([])
    }

    @Test("nobody who sees the fault elsewhere is told of it again")
    func noCascade() throws {
        let folder = try TemporaryFolder()
        try folder.write("i.yaml", Row("a b<a").text + "  - {id: Bad, name: Name, parent: a}\n")
        try folder.write(
            "m.yaml",
            """
            apiVersion: connectorctl/v1
            kind: Connector
            id: c
            name: C
            reseller: unknown
            url: https://gateway.example.com
            jsonSchema: true
            """)
        try folder.expect(["i.yaml:7 id-invalid"])
    }
}
