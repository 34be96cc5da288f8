import Foundation
import TestSupport
import Testing

@Suite("Checkpoints on the command line")
struct CheckpointCommandTests {
    private static let shop = ["replay", "--config", "samples/shop/connectors"]
    private static let later =
        #"{"type":"payment.attempted","at":"2026-01-05T10:05:00Z","payment":"p","attempt":"a"}"#
        + "\n"
    private static let earlier =
        #"{"type":"payment.attempted","at":"2026-01-05T09:00:00Z","payment":"p","attempt":"b"}"#
        + "\n"

    /// A folder with the events and a checkpoint after the first of them.
    private static func folder(_ options: String...) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let first = try folder.write("first.ndjson", EventLines.created("p"))
        try folder.write("second.ndjson", later)
        let outcome = try Program.run(
            shop + options + ["--checkpoint", folder.path("checkpoint"), first])
        try #require(outcome.exitCode == 0, "\(outcome.errorText)")
        return folder
    }

    private static func resume(
        _ folder: TemporaryFolder, from checkpoint: String = "checkpoint",
        _ options: [String] = [], events: String = "second.ndjson"
    ) throws -> Program.Outcome {
        try Program.run(
            shop + ["--resume", folder.path(checkpoint), "--out", folder.path("out")] + options
                + [folder.path(events)])
    }

    @Test("are gone on from, and are not written over by what comes of that")
    func chain() throws {
        let folder = try Self.folder()
        let before = folder.read("checkpoint")
        let inPlace = try Self.resume(folder, ["--checkpoint", folder.path("checkpoint")])
        #expect(inPlace.exitCode == 64 && inPlace.errorText.contains("--checkpoint"))
        #expect(folder.read("checkpoint") == before && folder.read("out/states.json") == nil)
        let outcome = try Self.resume(folder, ["--checkpoint", folder.path("next")])
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        let whole = try Program.run(
            Self.shop + ["--out", folder.path("whole"), "--checkpoint", folder.path("other")]
                + [folder.path("first.ndjson"), folder.path("second.ndjson")])
        #expect(whole.exitCode == 0)
        for name in ["states.json", "balances.json", "anomalies.json", "report.json"] {
            #expect(folder.read("out/\(name)") == folder.read("whole/\(name)"), "\(name)")
        }
        #expect(folder.read("next") != nil)
        #expect(folder.read("next") == folder.read("other"))
    }

    @Test("in a folder that does not exist end the replay with 2 before anything is written")
    func missingFolder() throws {
        let folder = try Self.folder()
        for memory in [[], ["--memory", "64MiB"]] {
            let outcome = try Program.run(
                Self.shop + memory + ["--out", folder.path("out")]
                    + ["--checkpoint", folder.path("none/checkpoint"), folder.path("first.ndjson")])
            #expect(outcome.exitCode == 2)
            #expect(outcome.errorText.hasPrefix("error: "))
            #expect(outcome.errorText.contains("none/checkpoint"))
            #expect(outcome.text.isEmpty && folder.read("out/states.json") == nil)
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let message: String
        /// What becomes of a checkpoint.
        let change: @Sendable ([UInt8]) -> [UInt8]
        var testDescription: String { name }
    }

    @Test(
        "that cannot be gone on from end the replay with 2 and say why",
        arguments: [
            Row(name: "empty", message: "is not a checkpoint") { _ in [] },
            Row(name: "foreign", message: "is not a checkpoint") { _ in Array("{}\n".utf8) },
            Row(name: "a piece of the magic word", message: "is not a checkpoint") {
                Array($0[..<7])
            },
            Row(name: "of another version", message: "of another version of this program") {
                Array($0[..<8]) + [9] + Array($0[9...])
            },
            Row(name: "cut off in the head", message: "is damaged") { Array($0[..<30]) },
            Row(name: "cut off at the end", message: "is damaged") { Array($0.dropLast()) },
            Row(name: "changed in the middle", message: "is damaged") { bytes in
                var bytes = bytes
                bytes[bytes.count / 2] ^= 4
                return bytes
            },
            Row(name: "longer than it was", message: "is damaged") { $0 + [0] },
        ])
    func damaged(row: Row) throws {
        let folder = try Self.folder()
        let whole = try #require(folder.read("checkpoint"))
        try folder.write("changed", bytes: row.change(whole))
        let outcome = try Self.resume(folder, from: "changed")
        #expect(outcome.exitCode == 2 && outcome.signal == nil)
        #expect(outcome.errorText.hasPrefix("error: "))
        #expect(
            outcome.errorText.contains("changed` \(row.message)")
                || outcome.errorText.contains(row.message))
        #expect(folder.read("out/states.json") == nil)
    }

    @Test("that are missing, or a folder, end the replay with 2", arguments: ["missing", "folder"])
    func unreadable(name: String) throws {
        let folder = try Self.folder()
        try folder.write("folder/inside", "")
        let outcome = try Self.resume(folder, from: name)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains(name))
    }

    @Test("made without a trace cannot be gone on from with one")
    func trace() throws {
        let without = try Self.folder()
        let refused = try Self.resume(without, ["--trace"])
        #expect(refused.exitCode == 2 && refused.errorText.contains("without --trace"))
        #expect(without.read("out/states.json") == nil)
        #expect(try Self.resume(without).exitCode == 0)
        let with = try Self.folder("--trace")
        #expect(try Self.resume(with, ["--trace"]).exitCode == 0)
        let trace = String(decoding: try #require(with.read("out/trace.ndjson")), as: UTF8.self)
        #expect(trace.contains("payment-created") && trace.contains("attempt-started"))
        #expect(try Self.resume(with).exitCode == 0)
        #expect(with.read("out/trace.ndjson") == nil)
    }

    @Test("refuse events from before them, and tell where they stand")
    func earlier() throws {
        let folder = try Self.folder()
        try folder.write("earlier.ndjson", Self.later + Self.earlier)
        let outcome = try Self.resume(folder, events: "earlier.ndjson")
        #expect(outcome.exitCode == 1)
        #expect(outcome.errorText.contains("error[event-before-checkpoint]"))
        #expect(outcome.errorText.contains("earlier.ndjson:2:34"))
        #expect(folder.read("out/states.json") == nil)
    }

    @Test("quarantine events from before them, within a limit of memory, too")
    func quarantine() throws {
        let folder = try Self.folder()
        try folder.write("mixed.ndjson", Self.earlier + "{}\n" + Self.later + EventLines.ballast)
        var outputs: [[UInt8]] = []
        for memory in [[], ["--memory", "64MiB"]] {
            let outcome = try Self.resume(
                folder, ["--on-invalid", "quarantine"] + memory, events: "mixed.ndjson")
            #expect(outcome.exitCode == 0, "\(outcome.errorText)")
            let rejected = try #require(folder.read("out/rejected.ndjson"))
            let text = String(decoding: rejected, as: UTF8.self)
            #expect(text.contains(#""line":1,"reasons":["event-before-checkpoint: "#))
            #expect(text.contains(#""line":2,"reasons":["event-field-missing: "#))
            #expect(text.split(separator: "\n").count == 2)
            let states = try #require(folder.read("out/states.json"))
            let statesText = String(decoding: states, as: UTF8.self)
            #expect(statesText.contains(#"{"attempt":"a""#) && !statesText.contains(#""b""#))
            outputs.append(states + rejected)
        }
        #expect(outputs[0] == outputs[1])
    }

    @Test("of a refused replay are not written, and leave an earlier one as it was")
    func refused() throws {
        let folder = try Self.folder()
        try folder.write("next", "the one before")
        try folder.write("bad.ndjson", Self.later + "{}\n")
        let outcome = try Self.resume(
            folder, ["--checkpoint", folder.path("next")], events: "bad.ndjson")
        #expect(outcome.exitCode == 1)
        #expect(folder.read("next") == Array("the one before".utf8))
        #expect(try folder.names.filter { $0.contains("next") } == ["next"])
    }
}
