import ArgumentParser
import Configuration
internal import ConfiguredReplay
import Documents
import Files
import Payments
import Replay
import Scenarios
import Stories

/// The options of `test` that write a scenario instead of running some.
struct RecordingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Write a scenario from these recorded events, with what happens now as its \
            expectations, instead of running any.
            """, valueName: "events"))
    var record: String?

    @Option(
        help: ArgumentHelp(
            "With --record: the folder of the configuration (default: .).", valueName: "dir"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "With --record: the file to write (default: -, standard output).", valueName: "file"))
    var out: String?

    private var outFile: String? { OutputPath.file(out) }

    @Option(
        help: ArgumentHelp(
            "With --record: when the clock stops, as RFC 3339 (default: at the last event).",
            valueName: "time"),
        transform: InstantArgument.parse)
    var until: Timestamp?

    /// More events than these stay in their file.
    private static let mostEventsInside = 1000

    /// - Throws: `ValidationError` if one of them is given without `--record`.
    func checkUnused() throws {
        guard config == nil, out == nil, until == nil else {
            throw ValidationError("--config, --out and --until need --record.")
        }
    }

    /// Writes a scenario of the events in the file at `path`.
    func write(_ path: String) throws {
        try EventArguments.check([path])
        let folder = config ?? "."
        var outputs = OutputGuard()
        outputs.reads(path, as: .events)
        outputs.writes(outFile, by: "--out")
        try outputs.check()
        let configuration = try Configuration.load(paths: [folder])
        try outputs.check(with: configuration)
        if configuration.hasErrors { throw try Findings(configuration).refusal() }
        outputs.removeLeftovers()
        let world = World(ReplaySetup(configuration))
        let draft = try draft(of: try recording(path, world.setup), path, folder)
        let yaml = draft.yaml(in: world)
        try checkSize(yaml, draft)
        if let outFile { return try write(yaml, to: outFile) }
        try ByteOutput.write(yaml.utf8)
    }

    /// What no reader takes is not written.
    private func checkSize(_ yaml: String, _ draft: ScenarioDraft) throws {
        let (size, limit) = (yaml.utf8.count, DocumentLimits().yamlBytes)
        guard size > limit else { return }
        throw Failure(
            .couldNotRun,
            "the scenario of \(draft.events.count) events would have \(size) bytes; a YAML file "
                + "may have \(limit)",
            hint: "record fewer events, or give an earlier --until")
    }

    private func write(_ yaml: String, to path: String) throws {
        guard try Folder.kind(of: path) == nil else {
            throw Failure(
                .couldNotRun, "`\(path)` already exists",
                hint: "move it away, or name another file")
        }
        try AtomicFile(path: path, Array(yaml.utf8)).publish()
    }

    private func recording(_ path: String, _ setup: ReplaySetup) throws -> Recording {
        var request = ReplayRequest(
            setup: setup, inputs: try EventArguments.inputs([path]),
            temporaryFolder: Terminal.temporaryFolder)
        request.until = until
        let outcome = try Failure.catching { () throws(ReplayFailure) in
            try Replay.record(request)
        }
        switch outcome {
        case .read(let recording): return recording
        case .refused(let refusal):
            throw try Findings(refusal.diagnostics, files: 1, documents: 0).refusal()
        }
    }

    private func draft(
        of recording: Recording, _ path: String, _ folder: String
    ) throws -> ScenarioDraft {
        guard !recording.events.isEmpty else {
            throw Failure(.couldNotRun, "there are no events in `\(path)`")
        }
        var draft = ScenarioDraft(
            id: Identifier.suggested(for: PathText.name(path).lowercased()) ?? "recorded",
            title: "Recorded from \(PathText.name(path))",
            config: try relative(folder), events: recording.events, until: recording.end)
        guard recording.events.count > Self.mostEventsInside else { return draft }
        guard outFile != nil, path != "-" else {
            throw Failure(
                .couldNotRun,
                "there are \(recording.events.count) events, more than the "
                    + "\(Self.mostEventsInside) that a scenario may hold itself",
                hint: "give --out, so that it can name the file of events beside it")
        }
        draft.eventsFile = try relative(path)
        return draft
    }

    /// `path` as the scenario names it: from its folder, if it is written to a file.
    private func relative(_ path: String) throws(FileError) -> String {
        guard let outFile else { return path }
        let home = try Folder.resolved(PathText.parent(outFile))
        return PathScope.relative(try Folder.resolved(path), from: home)
    }
}
