import Foundation
import TestSupport
import Testing

@Suite("The published catalogue of diagnostics")
struct PublishedCatalogueTests {
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

    @Test("is as it is in the program")
    func published() throws {
        var text = """
            # Diagnostics

            Every code that the program can report: why it is a finding, and how to mend it.
            `connectorctl explain-code CODE` prints the same. Codes are stable; messages may improve.

            """
        for code in try codes() {
            text += "\n## `\(code.code)`\n\n*\(code.severity)*: \(code.reason)\n\n\(code.remedy)\n"
        }
        try Golden.expect(Array(text.utf8), at: "spec/diagnostics.md")
    }
}
