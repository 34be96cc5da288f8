import Foundation
import Scenarios
import TestSupport
import Testing

/// Whatever is done to a scenario, it passes, fails or cannot run: nothing traps, and nothing is lost.
@Suite("Mutated scenarios")
struct MutationTests {
    private static let mutator = Mutator(pieces: [
        "-9999999999999d", "9223372036854775807s", "2260-12-31T23:59:59.999999999Z", "null", "[]",
        "{}", "\"\"", "1e400", "0x10", "&a *a", "!!str", "\u{0}", "é", "p2", "1678-01-01T00:00:00Z",
        "completed", "KWD", "0", "000000000000000000001.000",
    ])

    @Test("each have a result", arguments: [11, 12, 13])
    func results(seed: UInt64) throws {
        let folder = try ScenarioFolder()
        let text = Array(
            (ScenarioFolder.head("mutant") + ScenarioFolder.events + "until: 1h\n" + """
                expect:
                  - {at: 16m, payment: p1, status: waiting-for-payment, changedAt: 16m}
                  - {payment: p1, attempts: {a1: {late: true, deadline: 16m}}, rules: [paid-late-during-retry]}
                  - {client: c1, currency: EUR, balance: "12.50"}
                  - {anomalies: [{kind: currency-not-accepted, payment: p2}]}

                """).utf8)
        var random = SeededGenerator(seed: seed)
        for number in 0..<150 {
            var bytes = text
            Self.mutator.mutate(&bytes, most: 3, using: &random)
            try folder.folder.write("scenarios/m\(number).yaml", bytes: bytes)
        }
        let report = try folder.run()
        // A file in which the kind was destroyed is not a scenario any more.
        #expect(report.results.count > 120, "seed \(seed)")
        let ids = Set(report.results.map(\.file))
        #expect(ids.count > 120, "seed \(seed)")
        for result in report.results where result.word != "passed" {
            #expect(!result.diagnostics.isEmpty, "seed \(seed): \(result.file)")
        }
    }
}
