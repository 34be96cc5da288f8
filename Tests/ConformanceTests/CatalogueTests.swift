import Foundation
import TestSupport
import Testing

@Suite("The catalogue of diagnostics")
struct CatalogueTests {
    private struct Listing: Decodable {
        let codes: [Code]
    }

    private struct Code: Decodable {
        let code: String
        let severity: String
        let reason: String
        let remedy: String
    }

    private func codes() throws -> [Code] {
        let outcome = try Program.run(["explain-code", "--format", "json"])
        let data = Data(outcome.standardOutput)
        return try JSONDecoder().decode(Listing.self, from: data).codes
    }

    @Test("is published as it is in the program")
    func published() throws {
        var text = """
            # Diagnostics

            Every code that the program can report: why it is a finding, and how to mend it.
            `connectorctl explain-code CODE` prints the same. Codes are stable; messages may improve.

            """
        for code in try codes() {
            text += "\n## `\(code.code)`\n\n*\(code.severity)*: \(code.reason)\n\n\(code.remedy)\n"
        }
        try Golden.expect(text, at: "spec/diagnostics.md")
    }

    @Test("has every code that the sources declare, once")
    func complete() throws {
        let declared = try sources().flatMap { source in
            source.matches(of: /DiagnosticCode\(\s*"([a-z0-9.-]+)"/).map { String($0.1) }
        }
        let listed = try codes().map(\.code)
        #expect(declared.sorted() == listed)
        #expect(Set(listed).count == listed.count)
        #expect(listed.count > 80)
    }

    private func sources() throws -> [String] {
        let root = ProjectFiles.url("Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return try paths.filter { $0.hasSuffix(".swift") }.map {
            String(decoding: try Data(contentsOf: root.appending(path: $0)), as: UTF8.self)
        }
    }
}
