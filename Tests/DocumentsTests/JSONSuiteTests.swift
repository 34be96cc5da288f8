import Documents
import Foundation
import SourceText
import TestSupport
import Testing

@Suite("JSONTestSuite", .needs(suite: "JSONTestSuite"))
struct JSONSuiteTests {
    @Test("accepts every y_ file, refuses every n_ file, and survives every i_ file")
    func parsing() throws {
        let folder = try #require(Suites.folder("JSONTestSuite")).appending(path: "test_parsing")
        var accepted: [String: Int] = [:]
        var refused: [String: Int] = [:]
        for name in try ProjectFiles.names(in: folder) {
            let result = JSONReader.read(try Suites.source(folder.appending(path: name)))
            let errors = result.diagnostics.filter { $0.severity == .error }
            let isJSON = result.document != nil
            // RFC 8259 leaves keys that stand twice to the reader; here they are findings.
            #expect(isJSON || !errors.isEmpty, "\(name): refused without a finding")
            let group = String(name.prefix(1))
            if isJSON { accepted[group, default: 0] += 1 } else { refused[group, default: 0] += 1 }
            if group == "y" { #expect(isJSON, "\(name): \(errors.map(\.message))") }
            if group == "n" { #expect(!isJSON, "\(name) is accepted") }
        }
        for group in ["y", "n", "i"] {
            print(
                "JSONTestSuite \(group)_: \(accepted[group] ?? 0) accepted,",
                "\(refused[group] ?? 0) refused")
        }
        #expect(accepted["y"] == 95 && refused["n"] == 188)
    }

    @Test("survives every file of test_transform")
    func transform() throws {
        let folder = try #require(Suites.folder("JSONTestSuite")).appending(path: "test_transform")
        for name in try ProjectFiles.names(in: folder) {
            let result = JSONReader.read(try Suites.source(folder.appending(path: name)))
            #expect(result.document != nil || !result.diagnostics.isEmpty, "\(name)")
        }
    }
}
