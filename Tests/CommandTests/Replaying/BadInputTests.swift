import Foundation
import TestSupport
import Testing

@Suite("Replaying what cannot be replayed")
struct BadInputTests {
    private static let created =
        #"{"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"p","client":"c","#
        + #""method":"card","amount":1,"currency":"EUR"}"#

    private func replay(_ arguments: String..., out: TemporaryFolder) throws -> Program.Outcome {
        try Program.run(
            ["replay", "--config", "samples/shop/connectors", "--out", out.path("out")] + arguments)
    }

    @Test(
        "with a file that is missing, a folder, or unreadable as a configuration exits with 2",
        arguments: ["missing.ndjson", "folder.ndjson"])
    func missing(name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("folder.ndjson/inside", "")
        let outcome = try replay(folder.path(name), out: folder)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains(name))
        #expect(folder.read("out/states.json") == nil)
    }

    @Test("of an unknown kind, or an option that is misspelt, exits with 64 and says what is meant")
    func usage() throws {
        let folder = try TemporaryFolder()
        #expect(try replay("events.csv", out: folder).exitCode == 64)
        let option = try replay("--untill", "2026-01-05T10:00:00Z", "e.ndjson", out: folder)
        #expect(option.exitCode == 64 && option.errorText.contains("--until"))
        let required = try Program.run(["replay", "--confg", "samples/shop", "e.ndjson"])
        #expect(required.exitCode == 64 && required.errorText.contains("'--config'"))
        let schema = try Program.run(["schema", "validate", "--shcema", "s.json", "i.json"])
        #expect(schema.exitCode == 64 && schema.errorText.contains("'--schema'"))
        let command = try Program.run(["reply"])
        #expect(command.exitCode == 64 && command.errorText.contains("`replay`"))
        #expect(try replay("--until", "noon", "e.ndjson", out: folder).exitCode == 64)
        #expect(try replay("--threads", "0", "e.ndjson", out: folder).exitCode == 64)
    }

    @Test("leaves the outputs of an earlier run as they were")
    func atomicity() throws {
        let folder = try TemporaryFolder()
        let good = try folder.write("good.ndjson", Self.created + "\n")
        let torn = try folder.write("torn.ndjson", Self.created + "\n{\"type\":\"pay")
        #expect(try replay(good, out: folder).exitCode == 0)
        let states = folder.read("out/states.json")
        let outcome = try replay(torn, out: folder)
        #expect(outcome.exitCode == 1)
        #expect(outcome.errorText.contains("error[event-json-invalid]"))
        #expect(outcome.errorText.contains("torn.ndjson:2:13"))
        #expect(folder.read("out/states.json") == states)
    }

    @Test("reports the findings of a configuration with errors and writes nothing")
    func brokenConfiguration() throws {
        let folder = try TemporaryFolder()
        let good = try folder.write("good.ndjson", Self.created + "\n")
        let outcome = try Program.run(
            ["replay", "--config", "samples/broken/methods", "--out", folder.path("out"), good])
        #expect(outcome.exitCode == 1)
        #expect(outcome.errorText.contains("error[connector-unknown]"))
        #expect(folder.read("out/states.json") == nil)
    }

    @Test("that cannot be written to its place exits with 2")
    func unwritable() throws {
        let folder = try TemporaryFolder()
        let good = try folder.write("good.ndjson", Self.created + "\n")
        try folder.write("out", "a file where the folder should be")
        let outcome = try replay(good, out: folder)
        #expect(outcome.exitCode == 2)
    }

    @Test("nests a million deep in a field that nobody reads")
    func deep() throws {
        let folder = try TemporaryFolder()
        let depth = 1_000_000
        let nested =
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let event = #"{"type":"clock.advanced","at":"2026-01-05T10:00:00Z","x":\#(nested)}"#
        let deep = try folder.write("deep.ndjson", event)
        #expect(try replay(deep, out: folder).exitCode == 0)
    }

    @Test("exits with 1 for anomalies where that was asked for")
    func anomalies() throws {
        let folder = try TemporaryFolder()
        let event =
            #"{"type":"gateway.result","at":"2026-01-05T10:00:00Z","payment":"p","attempt":"a","#
            + #""outcome":"succeeded"}"#
        let file = try folder.write("e.ndjson", event)
        #expect(try replay(file, out: folder).exitCode == 0)
        #expect(try replay("--fail-on-anomalies", file, out: folder).exitCode == 1)
        #expect(folder.read("out/anomalies.json") != nil)
    }
}
