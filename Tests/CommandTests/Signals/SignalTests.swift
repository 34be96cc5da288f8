import Foundation
import TestSupport
import Testing

@Suite("A replay that a signal ends", .serialized)
struct SignalTests {
    private static func arguments(_ folder: TemporaryFolder, _ events: String...) -> [String] {
        ["replay", "--config", "samples/shop/connectors", "--out", folder.path("out")]
            + ["--on-invalid", "quarantine"] + events
    }

    @Test(
        "dies of that signal, so that a shell sees it",
        arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU])
    func death(signal: Int32) throws {
        let folder = try TemporaryFolder()
        let pipe = try NamedPipe(folder.path("events.ndjson"))
        let program = try Program.startShell(
            "ulimit -c 0; exec \"$ctl\" \"$@\"", Self.arguments(folder, pipe.path),
            environment: ["TMPDIR": folder.path])
        let writer = try #require(pipe.openWhenRead())
        program.send(signal)
        let outcome = program.outcome()
        try writer.close()
        #expect(outcome.signal == signal)
        #expect(outcome.errorText.isEmpty && outcome.text.isEmpty)
        #expect(try folder.names.filter { $0 != "out" } == ["events.ndjson"])
    }

    @Test("leaves no temporary file behind", arguments: [SIGINT, SIGTERM])
    func leftovers(signal: Int32) throws {
        // So many that the file of rejected events, which is there from the first event on, is seen
        // before the last; where not, once more with more.
        for count in [20_000, 80_000, 320_000, 1_280_000] {
            let folder = try TemporaryFolder()
            let events = try folder.write("events.ndjson", EventLines.created(count: count))
            try folder.write("out/states.json", "old")
            let program = try Program.start(Self.arguments(folder, events))
            let isSeen = try Patience.waits {
                try ProjectFiles.names(in: URL(filePath: folder.path("out")))
                    .contains { $0.hasPrefix(".rejected.ndjson.") } || !program.isRunning
            }
            program.send(signal)
            let outcome = program.outcome()
            #expect(isSeen)
            guard outcome.signal != nil else { continue }
            #expect(outcome.signal == signal)
            #expect(outcome.errorText.isEmpty && outcome.text.isEmpty)
            let names = try ProjectFiles.names(in: URL(filePath: folder.path("out")))
            #expect(names == ["states.json"])
            #expect(folder.read("out/states.json") == Array("old".utf8))
            return
        }
        Issue.record("each run ended before the signal came")
    }

    @Test("goes on where the signal is ignored, as with nohup", arguments: ["HUP", "INT"])
    func ignored(name: String) throws {
        let folder = try TemporaryFolder()
        let pipe = try NamedPipe(folder.path("events.ndjson"))
        let program = try Program.startShell(
            "trap '' \(name); exec \"$ctl\" \"$@\"", Self.arguments(folder, pipe.path))
        let writer = try #require(pipe.openWhenRead())
        program.send(name == "HUP" ? SIGHUP : SIGINT)
        try writer.write(contentsOf: Data(EventLines.created("p").utf8))
        try writer.close()
        #expect(program.outcome().exitCode == 0)
        #expect(folder.read("out/states.json") != nil)
    }
}

@Suite("A replay whose files are cut off")
struct CutOffTests {
    @Test("where an input was truncated while it was being read, says so and exits with 2")
    func input() throws {
        let folder = try TemporaryFolder()
        let first = try folder.write("first.ndjson", EventLines.created(count: 1000))
        let second = try NamedPipe(folder.path("second.ndjson"))
        let program = try Program.start(
            ["replay", "--config", "samples/shop/connectors", "--out", folder.path("out")]
                + ["--on-invalid", "quarantine", first, second.path])
        // The first file is mapped by now.
        let writer = try #require(second.openWhenRead())
        try FileHandle(forWritingTo: URL(filePath: first)).truncate(atOffset: 0)
        try writer.write(contentsOf: Data(EventLines.created("p").utf8))
        try writer.close()
        let outcome = program.outcome()
        #expect(outcome.exitCode == 2 && outcome.signal == nil)
        #expect(outcome.errorText.hasPrefix("error: "))
        #expect(outcome.errorText.contains("was truncated while it was being read\n"))
        #expect(outcome.text.isEmpty)
        #expect(try ProjectFiles.names(in: URL(filePath: folder.path("out"))).isEmpty)
    }

    /// `ulimit` counts in halves of a kilobyte, or whole ones.
    @Test("by a limit on the size of files, says so, leaves nothing and exits with 2")
    func output() throws {
        let folder = try TemporaryFolder()
        let events = try folder.write("events.ndjson", EventLines.created(count: 500))
        let line =
            "ulimit -f 8; exec \"$ctl\" replay --config samples/shop/connectors "
            + "--out '\(folder.path("out"))' --trace "
        for (input, written) in [("'\(events)'", "out/"), ("- < '\(events)'", "spool")] {
            let outcome = try Program.startShell(
                line + input, environment: ["TMPDIR": folder.path]
            ).outcome()
            #expect(outcome.exitCode == 2 && outcome.signal == nil)
            #expect(outcome.errorText.hasPrefix("error: cannot write `\(folder.path)/"))
            #expect(outcome.errorText.contains(written), "\(outcome.errorText)")
            #expect(outcome.errorText.contains("raise the limit"))
            #expect(try folder.names.filter { $0 != "out" } == ["events.ndjson"])
            let out = URL(filePath: folder.path("out"))
            #expect(try ProjectFiles.names(in: out).isEmpty)
        }
    }
}
