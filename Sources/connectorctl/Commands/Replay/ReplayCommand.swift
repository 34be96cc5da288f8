import ArgumentParser
import Configuration
import Files
import Payments
import Replay
import Reporting

/// `connectorctl replay`
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Replay payment events and write the states that they lead to.",
        discussion: """
            Events are NDJSON (.ndjson, .jsonl, or - for standard input) or one JSON array (.json). \
            Several files are one stream. With --out, states.json, balances.json, anomalies.json \
            and report.json are written; each appears only when it is complete.

            Example:
              connectorctl replay --config samples/shop/connectors --out out --trace \
            samples/shop/events.ndjson
            """)

    @Option(help: ArgumentHelp("The folder of the configuration (required).", valueName: "dir"))
    var config: String?

    @Option(help: ArgumentHelp("Where to write the results.", valueName: "dir"))
    var out: String?

    @Option(
        help: ArgumentHelp(
            "Where the clock stops, as RFC 3339 (default: at the last event).", valueName: "time"),
        transform: InstantArgument.parse)
    var until: Timestamp?

    @Flag(help: "Write trace.ndjson, too: every step of every payment.")
    var trace = false

    @Option(
        help: """
            What to do about invalid events: fail, and write nothing; or quarantine them in \
            rejected.ndjson, and replay the rest.
            """)
    var onInvalid = OnInvalid.fail

    @Flag(help: "Exit with 1 if there are anomalies.")
    var failOnAnomalies = false

    @Option(help: "How many cores to use (default: all). The outputs do not depend on it.")
    var threads: Int?

    @Option(
        help: ArgumentHelp(
            """
            The most memory to use, such as 512MiB or 2GiB: what does not fit goes through temporary \
            files. The outputs do not depend on it.
            """, valueName: "size"),
        transform: MemorySize.parse)
    var memory: Int?

    @Option(
        help: ArgumentHelp(
            "Where to write the state at the end, for a later replay to go on from.",
            valueName: "file"))
    var checkpoint: String?

    @Option(
        help: ArgumentHelp(
            "Go on from a checkpoint with the events that came after it.", valueName: "file"))
    var resume: String?

    @OptionGroup var signatures: SignatureOptions

    @OptionGroup var output: FormatOption

    @Argument(help: "The files of events, in order.")
    var events: [String]

    func validate() throws {
        if let threads, !(1...EventArguments.mostThreads).contains(threads) {
            throw ValidationError(
                "--threads must be a number from 1 to \(EventArguments.mostThreads).")
        }
    }

    func run() throws {
        try EventArguments.check(events)
        let folder = try RequiredOption.value(config, "--config <dir>")
        let configuration = try Configuration.load(paths: [folder])
        let findings = Findings(configuration)
        if configuration.hasErrors || !configuration.diagnostics.isEmpty {
            try findings.write(output.format, to: .standardError)
        }
        try findings.status().end()
        switch try outcome(request(configuration)) {
        case .refused(let refusal): try report(refusal)
        case .finished(let result):
            try write(result)
            // The process ends next: giving back millions of payments one by one would only take time.
            _ = Unmanaged.passRetained(result)
        }
    }

    private func outcome(_ request: ReplayRequest) throws -> ReplayOutcome {
        var request = request
        let progress = ProgressLine(totalBytes: request.inputBytes)
        defer { progress.finish() }
        if Terminal.canOverwriteLines {
            request.progress = { progress.update(bytes: $0.doneBytes, events: $0.events) }
        }
        do throws(ReplayFailure) {
            return try Replay.run(request)
        } catch {
            throw Failure(error)
        }
    }

    private func request(_ configuration: LoadedConfiguration) throws -> ReplayRequest {
        let setup = ReplaySetup(configuration)
        let keys = try signatures.signatureKeys(for: setup)
        var request = try EventArguments.request(events, setup)
        request.signatureKeys = keys
        request.until = until
        request.onInvalid = onInvalid.policy
        request.keepsTrace = trace
        request.memoryLimitBytes = memory
        if let checkpoint {
            try Checkpoints.check(
                checkpoint, inputs: events, keys: signatures.keys, out: out)
            request.checkpointPath = checkpoint
        }
        if let resume {
            request.resume = try Checkpoints.open(resume)
        }
        if let threads { request.threads = threads }
        if let out, onInvalid == .quarantine {
            try Folder.make(out)
            request.rejectedPath = PathText.join(out, "rejected.ndjson")
        }
        return request
    }

    private func report(_ refusal: ReplayRefusal) throws {
        let findings = Findings(refusal.diagnostics, files: events.count, documents: 0)
        try findings.write(output.format, to: .standardError)
        try ExitStatus.findings.end()
    }

    private func write(_ result: ReplayResult) throws {
        if let out {
            try Folder.make(out)
            try ReplayOutputs.write(result, to: out)
        } else {
            try ReplayOutputs.publishCheckpoint(result)
        }
        let bytes = ByteOutput(.standardOutput)
        switch output.format {
        case .text: bytes.write(ReplaySummaryText(result, outputFolder: out).text)
        case .json: bytes.write(ReplayOutputs.report(result))
        }
        try bytes.finish()
        if failOnAnomalies && result.anomalyCount > 0 { try ExitStatus.findings.end() }
    }
}
