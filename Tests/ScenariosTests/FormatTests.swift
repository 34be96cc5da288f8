import Documents
import Foundation
import Reporting
import Scenarios
import SourceText
import TestSupport
import Testing

/// Every outcome, in every format, as golden files.
@Suite("Results of scenarios")
struct FormatTests {
    /// One of each outcome, with texts that formats must escape.
    private static func report() throws -> ScenarioReport {
        let folder = try ScenarioFolder()
        let head = ScenarioFolder.head("fails").replacing(
            "config:", with: "title: \"<a> & \\\"b\\\" # \\\\ \\x01 \\u202E \\uFFFF\"\nconfig:")
        try folder.write(
            "a.yaml",
            ScenarioFolder.head("passes") + ScenarioFolder.events
                + "expect:\n  - {payment: p1, paidBy: a1}\n---\n" + head + ScenarioFolder.events
                + "expect:\n  - {payment: p1, paidBy: null, status: processing}\n"
                + "  - {client: c1, currency: EUR, balance: \"<1>\"}\n".replacing(
                    "<1>", with: "1.00"))
        try folder.write(
            "b.yaml", ScenarioFolder.head("errs") + "events: []\nexpect:\n  - {anomalies: []}\n")
        try folder.write("c.yaml", "kind: Scenario\napiVersion: connectorctl/v1\nid: {\n")
        return try folder.run()
    }

    /// The bytes that `write` gives away, with file names that are the same every time.
    private static func bytes(_ write: (([UInt8]) -> Void) -> Void) throws -> [UInt8] {
        var output: [UInt8] = []
        write { output += $0 }
        let text = String(decoding: output, as: UTF8.self)
        let folder = FileManager.default.temporaryDirectory.path
        let pattern = try Regex("\(folder)/connectorctl-test-[0-9A-F-]+/")
        return Array(text.replacing(pattern, with: "").utf8)
    }

    @Test("are written as text")
    func text() throws {
        let report = try Self.report()
        try Golden.expect(Self.bytes { ScenarioText().write(report, to: $0) }, "results.txt")
    }

    @Test("are written as JSON that parses")
    func json() throws {
        let report = try Self.report()
        let bytes = try Self.bytes { ScenarioJSON().write(report, coverage: nil, to: $0) }
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
        try Golden.expect(bytes, "results.json")
    }

    @Test("are written as JUnit's XML without what XML forbids")
    func junit() throws {
        let report = try Self.report()
        let bytes = try Self.bytes { ScenarioJUnit().write(report, to: $0) }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(!text.unicodeScalars.contains("\u{FFFF}"))
        try Golden.expect(bytes, "results.xml")
    }

    @Test("are written as TAP 14")
    func tap() throws {
        let report = try Self.report()
        try Golden.expect(Self.bytes { ScenarioTAP().write(report, to: $0) }, "results.tap")
    }

    @Test("are written as TAP whose details YAML can read, whatever names contain")
    func tapDetails() throws {
        let folder = try ScenarioFolder()
        let odd = "\\uFFFE\\uFFFF\\x01\\u2028\\U0001F600\\u200B"
        try folder.write(
            "odd.yaml",
            ScenarioFolder.head("odd") + ScenarioFolder.events
                + "expect:\n  - {payment: p1, paidBy: \"\(odd)\"}\n  - {payment: \"p\(odd)\", "
                + "paidBy: null}\n")
        let report = try folder.run()
        let text = String(
            decoding: try Self.bytes { ScenarioTAP().write(report, to: $0) }, as: UTF8.self)
        let block = try #require(text.components(separatedBy: "  ---\n").last)
        let yaml = block.components(separatedBy: "  ...\n")[0]
        let (documents, findings) = YAMLReader.read(
            SourceText(path: "tap.yaml", bytes: Array(yaml.utf8)))
        #expect(documents.count == 1)
        #expect(findings.isEmpty, "\(findings)")
        #expect(yaml.contains("\\ufffe\\uffff"))
    }
}
