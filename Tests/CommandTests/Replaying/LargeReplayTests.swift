import Foundation
import TestSupport
import Testing

@Suite("Replaying what is large in one way or another")
struct LargeReplayTests {
    private static let minute = #""at":"2026-01-05T10:00:00Z","payment":"p""#

    /// Replays a file in several ways, each with outputs of its own, which must be the same.
    private func expectSame(
        _ events: String, _ ways: [[String]] = [[], ["--memory", "64MiB", "--threads", "1"]]
    ) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let file = try folder.write("e.ndjson", events + EventLines.ballast)
        for (index, way) in ways.enumerated() {
            let outcome = try Program.run(
                ["replay", "--config", "samples/shop/connectors", "--trace"] + way
                    + ["--out", folder.path("out-\(index)"), file])
            #expect(outcome.exitCode == 0, "\(way): \(outcome.errorText)")
            for name in ["states", "balances", "anomalies", "report"] {
                let written = folder.read("out-\(index)/\(name).json")
                #expect(written != nil && written == folder.read("out-0/\(name).json"), "\(name)")
            }
            let trace = folder.read("out-\(index)/trace.ndjson")
            #expect(trace != nil && trace == folder.read("out-0/trace.ndjson"))
        }
        return folder
    }

    @Test("takes a line of megabytes, in fields that are read and in those that are not")
    func longLine() throws {
        let long = String(repeating: "na ", count: 1_200_000)
        let folder = try expectSame(
            EventLines.created("p")
                + #"{"type":"payment.attempted",\#(Self.minute),"attempt":"a","note":"\#(long)"}"#
                + "\n" + #"{"type":"gateway.result",\#(Self.minute),"attempt":"a","#
                + #""outcome":"failed","error":{"message":"\#(long)é\n"}}"# + "\n"
                + EventLines.created("q"))
        let states = String(decoding: try #require(folder.read("out-0/states.json")), as: UTF8.self)
        // Displayed, and with its attempt.
        #expect(states.utf8.count > 2 * long.utf8.count && states.contains(#"{"payment":"q""#))
    }

    @Test("takes ten thousand payments of one event each")
    func manyPayments() throws {
        let lines = (0..<10_000).map { EventLines.created(($0 * 7919) % 10_000) }.joined()
        let folder = try expectSame(lines)
        let states = String(decoding: try #require(folder.read("out-0/states.json")), as: UTF8.self)
        #expect(states.utf8.count { $0 == 0x0A } == 10_002)
    }

    @Test("takes one payment with twenty thousand events")
    func manyEvents() throws {
        let event =
            #"{"type":"gateway.result",\#(Self.minute),"attempt":"a","outcome":"succeeded"}"#
        let events =
            EventLines.created("p")
            + #"{"type":"payment.attempted",\#(Self.minute),"attempt":"a"}"# + "\n"
            + String(repeating: event + "\n", count: 20_000)
        let folder = try expectSame(events)
        let report = String(decoding: try #require(folder.read("out-0/report.json")), as: UTF8.self)
        #expect(report.contains(#""duplicate-ignored":19999"#))
    }

    @Test("takes one payment with five thousand attempts")
    func manyAttempts() throws {
        let attempts = (0..<5000).map { number in
            let attempt = number % 2 == 0 ? "a\(number)" : "an attempt with a long name, \(number)"
            return #"{"type":"payment.attempted",\#(Self.minute),"attempt":"\#(attempt)"}"# + "\n"
                + #"{"type":"gateway.result",\#(Self.minute),"attempt":"\#(attempt)","#
                + #""outcome":"succeeded"}"# + "\n"
        }
        let folder = try expectSame(EventLines.created("p") + attempts.joined())
        let report = String(decoding: try #require(folder.read("out-0/report.json")), as: UTF8.self)
        #expect(report.contains(#""second-payment-returned":4999"#))
    }

    @Test("takes standard input and a pipe with a name, like a file")
    func pipes() throws {
        let folder = try TemporaryFolder()
        let events = EventLines.created(count: 3000) + EventLines.ballast
        let file = try folder.write("e.ndjson", events)
        let pipe = try NamedPipe(folder.path("pipe.ndjson"))
        let line =
            "replay --config samples/shop/connectors --memory 64MiB --out '\(folder.path)/"
        for (out, source, feed) in [
            ("file", "'\(file)'", ""), ("input", "- < '\(file)'", ""),
            ("piped", "-", "cat '\(file)' |"),
            ("named", "'\(pipe.path)'", "cat '\(file)' > '\(pipe.path)' &"),
        ] {
            let outcome = try Program.shell("\(feed) \"$ctl\" \(line)\(out)' \(source)")
            #expect(outcome.exitCode == 0, "\(out): \(outcome.errorText)")
            #expect(folder.read("\(out)/states.json") == folder.read("file/states.json"), "\(out)")
        }
        #expect(folder.read("file/states.json")?.count ?? 0 > 100_000)
    }
}

@Suite("A limit of memory on the command line")
struct MemoryOptionTests {
    @Test(
        "below what a replay can do with, or that is not a size, exits with 64",
        arguments: [
            "63MiB", "67108863", "0", "1", "1K", "65535KiB", "-1", "", "lots", "64XB", "64 MiB",
            "99999999999999999999", "9223372036854775807G", "1.5GiB",
        ])
    func usage(size: String) throws {
        let outcome = try Program.run(
            ["replay", "--config", "samples/shop/connectors", "--memory=\(size)", "e.ndjson"])
        #expect(outcome.exitCode == 64, "\(outcome.errorText)")
        #expect(outcome.errorText.contains("memory"))
    }

    @Test("is taken with any unit", arguments: ["64MiB", "67108864", "65536k", "1gb", "1TiB"])
    func sizes(size: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("e.ndjson", EventLines.created("p"))
        let outcome = try Program.run(
            ["replay", "--config", "samples/shop/connectors", "--memory", size, file])
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
    }

    /// One payment with more bytes of messages than a partition may take.
    private static func oneLargePayment() -> String {
        let message = String(repeating: "try again later, ", count: 180_000)
        let events = (10..<22).map { minute in
            let head =
                #"{"at":"2026-01-05T10:\#(minute):00Z","payment":"p","attempt":"a\#(minute)""#
            return head + #","type":"payment.attempted"}"# + "\n" + head
                + #","type":"gateway.result","outcome":"failed","error":{"message":"\#(minute) "#
                + message + "\"}}\n"
        }
        return EventLines.created("p") + events.joined()
    }

    @Test("that is too small for one payment says so, leaves nothing, and exits with 2")
    func tooSmall() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("e.ndjson", Self.oneLargePayment())
        let arguments =
            "replay --config samples/shop/connectors --memory 64MiB --checkpoint "
            + "'\(folder.path("checkpoint"))' --out '\(folder.path("out"))' '\(file)'"
        let outcome = try Program.startShell(
            "exec \"$ctl\" \(arguments)", environment: ["TMPDIR": folder.path]
        ).outcome()
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.hasPrefix("error: the limit of 64 MiB is too small"))
        #expect(outcome.errorText.contains("give --memory more"))
        #expect(try folder.names == ["e.ndjson"])
    }

    @Test("where temporary files cannot be written says so, leaves nothing, and exits with 2")
    func fullDisk() throws {
        let folder = try TemporaryFolder()
        let text = Self.oneLargePayment()
        let file = try folder.write("e.ndjson", text)
        try folder.write("out/states.json", "old")
        let arguments =
            "replay --config samples/shop/connectors --memory 64MiB --on-invalid quarantine "
            + "--checkpoint '\(folder.path("checkpoint"))' --out '\(folder.path("out"))' '\(file)'"
        let outcome = try Program.startShell(
            "ulimit -f 8000; exec \"$ctl\" \(arguments)", environment: ["TMPDIR": folder.path]
        ).outcome()
        #expect(outcome.exitCode == 2 && outcome.signal == nil)
        #expect(
            outcome.errorText.hasPrefix("error: cannot write `\(folder.path)/.connectorctl-spool"))
        #expect(outcome.errorText.contains("raise the limit"))
        #expect(try folder.names == ["e.ndjson", "out"])
        #expect(try ProjectFiles.names(in: folder.url.appending(path: "out")) == ["states.json"])
        #expect(folder.read("out/states.json") == Array("old".utf8))
    }
}
