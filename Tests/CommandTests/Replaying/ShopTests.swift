import Foundation
import TestSupport
import Testing

@Suite("The shop of the samples")
struct ShopTests {
    private static let events = ProjectFiles.url("samples/shop/events.ndjson")
    private static let outputs = [
        "anomalies.json", "balances.json", "report.json", "states.json", "trace.ndjson",
    ]

    /// Replays as the README says; `events` replaces the sample's own file.
    private func replay(_ events: URL? = nil, _ arguments: String...) throws -> TemporaryFolder {
        let out = try TemporaryFolder()
        let file = events?.path ?? "samples/shop/events.ndjson"
        let outcome = try Program.run(
            ["replay", "--config", "samples/shop/connectors", "--out", out.path, "--trace"]
                + arguments + [file])
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        return out
    }

    @Test("gives the committed outputs, twice", arguments: ["1", "2", "3"])
    func outputs(threads: String) throws {
        let out = try replay(nil, "--threads", threads)
        for name in Self.outputs {
            let expected = try ProjectFiles.bytes("samples/shop/expected/\(name)")
            #expect(out.read(name) == expected, "\(name)")
        }
    }

    @Test("gives the same states and balances when its lines are shuffled", arguments: 0..<4)
    func shuffled(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let lines = try Data(contentsOf: Self.events).split(separator: 0x0A)
        let folder = try TemporaryFolder()
        let shuffled = try folder.write(
            "shuffled.ndjson", bytes: lines.shuffled(using: &random).joined(separator: [0x0A]))
        let out = try replay(URL(filePath: shuffled))
        for name in ["states.json", "balances.json"] {
            let expected = try ProjectFiles.bytes("samples/shop/expected/\(name)")
            #expect(out.read(name) == expected, "seed \(seed): \(name)")
        }
    }

    @Test("is read from standard input just as from its file")
    func standardInput() throws {
        let out = try TemporaryFolder()
        let outcome = try Program.run(
            ["replay", "--config", "samples/shop/connectors", "--out", out.path, "-"],
            input: Array(try Data(contentsOf: Self.events)))
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        let expected = try ProjectFiles.bytes("samples/shop/expected/states.json")
        #expect(out.read("states.json") == expected)
    }
}
