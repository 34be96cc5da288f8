import Foundation
import TestSupport
import Testing

@testable import Events

/// The event scanner is a second JSON reader beside the one for documents: it meets the same suite,
/// with each file as the value of an unknown field.
@Suite("JSONTestSuite as fields of events", .needs(suite: "JSONTestSuite"))
struct ScannerSuiteTests {
    @Test("accepts every y_ file and refuses every n_ file")
    func suite() throws {
        let folder = try #require(Suites.folder("JSONTestSuite")).appending(path: "test_parsing")
        var counts: [String: (accepted: Int, refused: Int)] = [:]
        for name in try ProjectFiles.names(in: folder) {
            let value = try Data(contentsOf: folder.appending(path: name))
            let group = String(name.prefix(1))
            // Nothing but these differs when a text becomes a part of another.
            let isWhole = ["n_structure_double_array", "n_structure_no_data"]
                .contains { name.hasPrefix($0) }
            guard !isWhole else { continue }
            let accepted = isAccepted(Array(value))
            if accepted { counts[group, default: (0, 0)].accepted += 1 }
            if !accepted { counts[group, default: (0, 0)].refused += 1 }
            if group == "y" { #expect(accepted, "\(name)") }
            if group == "n" { #expect(!accepted, "\(name)") }
        }
        print("JSONTestSuite as event fields:", counts.sorted { $0.key < $1.key })
        #expect(counts["y"]?.accepted == 95)
    }

    private func isAccepted(_ value: [UInt8]) -> Bool {
        let head = Array(#"[{"type":"clock.advanced","at":"2026-01-05T10:00:00Z","x":"#.utf8)
        let reading = StreamReading.array(head + value + Array("}]".utf8))
        return !reading.isBroken && reading.refused.isEmpty
    }
}
