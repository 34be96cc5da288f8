import Documents
import Reporting
import SourceText
import TestSupport
import Testing

@Suite("Findings as JSON")
struct JSONReportTests {
    @Test("keys, order and values are those of the contract")
    func contract() throws {
        let text = String(repeating: "x\n", count: 8) + "  «merchantId»: 77\n"
        let findings = [
            Cases.finding("methods/card.yaml", text, "say \"é\"\u{7}"),
            Cases.finding("a.yaml", "é: «名前\nb»", "m", Cases.warning, hint: "h"),
            Diagnostic(
                Cases.error, "no text",
                at: SourceText.withoutText(path: "b").span(SourceRange(at: 0))),
        ]
        try Golden.expect(Cases.json(findings), "contract.json")
    }

    @Test("it is JSON", arguments: 0...3)
    func parses(_ count: Int) throws {
        let findings = (0..<count).map { Cases.finding("a\"\\\u{1}\($0)", "«\u{1B}»") }
        let output = Cases.json(findings)
        let read = JSONReader.read(SourceText(path: "out.json", bytes: output))
        #expect(read.diagnostics.isEmpty)
        let root = try #require(read.document?.root)
        #expect(root["valid"]?.boolean == (count == 0))
        #expect(root["diagnostics"]?.count == count)
        #expect(root.members.map(\.name) == ["formatVersion", "valid", "summary", "diagnostics"])
    }

    @Test("explanations of codes are JSON, too")
    func codes() throws {
        let listing = CodeListing([Cases.error, Cases.warning])
        let read = JSONReader.read(SourceText(path: "out.json", bytes: listing.json))
        #expect(read.document?.root["codes"]?.count == 2)
        #expect(listing.explanation.contains("error[test-error]\n\nA test.\n\nTo fix it:\nNone.\n"))
        #expect(listing.text == "test-error    error    A test\ntest-warning  warning  A test\n")
    }
}
