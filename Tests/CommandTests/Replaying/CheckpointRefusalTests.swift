import Foundation
import TestSupport
import Testing

@Suite("Checkpoints that would do harm")
struct CheckpointRefusalTests {
    private static let shop = ["replay", "--config", "samples/shop/connectors"]

    @Test("do not replace what is not a regular file, such as a pipe")
    func pipe() throws {
        let folder = try TemporaryFolder()
        let events = try folder.write("e.ndjson", EventLines.created("p"))
        let pipe = try NamedPipe(folder.path("pipe"))
        let outcome = try Program.run(Self.shop + ["--checkpoint", pipe.path, events])
        #expect(outcome.exitCode == 2)
        let attributes = try FileManager.default.attributesOfItem(atPath: pipe.path)
        #expect(attributes[.type] as? FileAttributeType != .typeRegular)
    }

    @Test("are not written over the events that are replayed")
    func input() throws {
        let folder = try TemporaryFolder()
        let events = try folder.write("e.ndjson", EventLines.created("p"))
        let outcome = try Program.run(Self.shop + ["--checkpoint", events, events])
        #expect(outcome.exitCode == 64 || outcome.exitCode == 2)
        #expect(folder.read("e.ndjson") == Array(EventLines.created("p").utf8))
    }

    @Test("are not written over another output of the replay")
    func output() throws {
        let folder = try TemporaryFolder()
        let events = try folder.write("e.ndjson", EventLines.created("p"))
        // In a folder that an earlier replay has made.
        try folder.write("out/states.json", "old")
        let outcome = try Program.run(
            Self.shop + ["--out", folder.path("out")]
                + ["--checkpoint", folder.path("out/states.json"), events])
        #expect(outcome.exitCode == 64 || outcome.exitCode == 2)
    }

    @Test("are not resumed with a clock that stops before theirs")
    func until() throws {
        let folder = try TemporaryFolder()
        let attempt = #""at":"2026-01-05T10:20:00Z","payment":"p","attempt":"a""#
        let first = try folder.write(
            "first.ndjson",
            EventLines.created("p") + #"{"type":"payment.attempted",\#(attempt)}"# + "\n")
        let second = try folder.write("second.ndjson", "")
        let checkpoint = folder.path("checkpoint")
        #expect(try Program.run(Self.shop + ["--checkpoint", checkpoint, first]).exitCode == 0)
        let outcome = try Program.run(
            Self.shop + ["--resume", checkpoint, "--until", "2026-01-05T10:10:00Z"]
                + ["--out", folder.path("out"), second])
        #expect(outcome.exitCode == 64 || outcome.exitCode == 2)
        // At that time the payment was still waiting, and what it says is later than its clock.
        let states = folder.read("out/states.json").map { String(decoding: $0, as: UTF8.self) }
        #expect(states?.contains("10:20:00") != true)
    }
}
