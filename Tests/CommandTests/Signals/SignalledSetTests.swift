import Foundation
import TestSupport
import Testing

/// Whenever a signal ends a command that writes several files, all of them are new or none is, and nothing
/// else is there.
@Suite("Files that belong together, when a signal comes", .serialized)
struct SignalledSetTests {
    private static let signals = [SIGTERM, SIGINT, SIGHUP, SIGUSR1]

    /// Runs the program and sends it a signal at some moment, in each of 40 rounds; `check` sees how it
    /// ended.
    private func rounds(
        _ seed: UInt64, within microseconds: UInt32, _ arguments: (Int) throws -> [String],
        check: (Int, Program.Outcome) throws -> Void
    ) throws {
        var random = SeededGenerator(seed: seed)
        var ended = 0
        for round in 0..<40 {
            let program = try Program.start(arguments(round))
            usleep(UInt32.random(in: 0...microseconds, using: &random))
            program.send(Self.signals[round % Self.signals.count])
            let outcome = program.outcome()
            if outcome.signal != nil { ended += 1 }
            try check(round, outcome)
        }
        #expect(ended > 0, "none of the signals came in time")
    }

    @Test("are whole after a replay, with its checkpoint")
    func replay() throws {
        let folder = try TemporaryFolder()
        var sets: [[[UInt8]?]] = []
        let names = ["states.json", "balances.json", "anomalies.json", "report.json"]
        func set() -> [[UInt8]?] {
            names.map { folder.read("out/\($0)") } + [folder.read("checkpoint")]
        }
        func arguments(_ number: Int) -> [String] {
            ["replay", "--config", "samples/shop/connectors", "--out", folder.path("out")]
                + ["--checkpoint", folder.path("checkpoint"), folder.path("\(number % 2).ndjson")]
        }
        for number in 0..<2 {
            try folder.write("\(number).ndjson", EventLines.created(count: 2000 + number))
            #expect(try Program.run(arguments(number)).exitCode == 0)
            sets.append(set())
        }
        #expect(sets[0] != sets[1])
        try rounds(5, within: 120_000, arguments) { _, outcome in
            #expect(sets.contains(set()))
            let found = try ProjectFiles.names(in: URL(filePath: folder.path("out")))
            #expect(found == names.sorted())
            #expect(outcome.exitCode == 0 || outcome.signal != nil, "\(outcome.errorText)")
        }
    }

    @Test("are a YAML file and a part of the state after an import")
    func imported() throws {
        let folder = try TemporaryFolder()
        try folder.write("config/README.md", "nothing yet")
        func arguments(_ round: Int) throws -> [String] {
            let path = try folder.write(
                "exported.json",
                #"{"id":"c\#(round)","name":"C","url":"https://c.example","jsonSchema":{}}"#)
            return [
                "import", path, "--config", folder.path("config"), "--state",
                folder.path("state.json"), "--keys", folder.path("keys.json"),
            ]
        }
        var known: Set<String> = []
        try rounds(6, within: 150_000, arguments) { round, outcome in
            let state = String(decoding: folder.read("state.json") ?? [], as: UTF8.self)
            let keys = String(decoding: folder.read("keys.json") ?? [], as: UTF8.self)
            let isThere = folder.read("config/c\(round).yaml") != nil
            #expect(state.contains("\"id\":\"c\(round)\"") == isThere)
            #expect(keys.contains("\"c\(round)\"") == isThere)
            #expect(outcome.exitCode != 0 || isThere, "\(outcome.errorText)")
            if isThere { known.insert("c\(round).yaml") }
            let found = try ProjectFiles.names(in: URL(filePath: folder.path("config")))
            #expect(Set(found) == known.union(["README.md"]))
            let others = try folder.names.filter { !["config", "exported.json"].contains($0) }
            #expect(others == (known.isEmpty ? [] : ["keys.json", "state.json"]))
        }
        let plan = try Program.run(
            ["plan", "--detailed-exitcode", "--config", folder.path("config"), "--state"]
                + [folder.path("state.json"), "--keys", folder.path("keys.json")])
        #expect(plan.exitCode == 0 || known.isEmpty, "\(plan.text)\(plan.errorText)")
    }
}

/// Two replays into one folder would mix their outputs.
@Suite("A second replay into a folder")
struct SecondReplayTests {
    @Test("at the same time exits with 2, also if the folder is new, and changes nothing")
    func second() throws {
        let folder = try TemporaryFolder()
        let pipe = try NamedPipe(folder.path("slow.ndjson"))
        let events = try folder.write("events.ndjson", EventLines.created("p"))
        let shop = ["replay", "--config", "samples/shop/connectors", "--out", folder.path("out")]
        let first = try Program.start(shop + [pipe.path])
        let writer = try #require(pipe.openWhenRead())
        let second = try Program.run(shop + [events])
        #expect(second.exitCode == 2)
        #expect(second.errorText.contains("another run is writing to `\(folder.path("out"))`"))
        #expect(second.errorText.contains("\n  = hint: wait until it has ended"))
        #expect(try ProjectFiles.names(in: URL(filePath: folder.path("out"))).isEmpty)
        try writer.write(contentsOf: Data(EventLines.created("q").utf8))
        try writer.close()
        #expect(first.outcome().exitCode == 0)
        let states = String(decoding: folder.read("out/states.json") ?? [], as: UTF8.self)
        #expect(states.contains("\"payment\":\"q\""))
        #expect(try Program.run(shop + [events]).exitCode == 0)
    }

    @Test("that is refused leaves no new folder behind")
    func refused() throws {
        let folder = try TemporaryFolder()
        let bad = try folder.write("bad.ndjson", "{}\n")
        let outcome = try Program.run(
            ["replay", "--config", "samples/shop/connectors", "--out", folder.path("a/b"), bad])
        #expect(outcome.exitCode == 1)
        #expect(try folder.names == ["bad.ndjson"])
    }
}
