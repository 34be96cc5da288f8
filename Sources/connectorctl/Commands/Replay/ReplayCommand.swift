import ArgumentParser
import Configuration
import Files
import Replay
import Reporting

/// `connectorctl replay`
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Replay payment events and write the states that they lead to.",
        usage: "connectorctl replay --config <dir> [<options>] <events> ...",
        discussion: """
            Events are NDJSON (.ndjson, .jsonl, or - for standard input) or one JSON array \
            (.json). Several files are one stream. With --out, states.json, balances.json, \
            anomalies.json and report.json are written; they appear together when all are \
            complete.

            Example:
              connectorctl replay --config samples/shop/connectors --out out --trace \
            samples/shop/events.ndjson
            """)

    @OptionGroup var stream: StreamOptions

    @Option(help: ArgumentHelp("Where to write the results.", valueName: "dir"))
    var out: String?

    @Flag(help: "Also write trace.ndjson: every step of every payment.")
    var trace = false

    @Option(
        help: """
            What to do about invalid events: fail, and write nothing; or quarantine them in \
            rejected.ndjson, and replay the rest.
            """)
    var onInvalid = InvalidEventPolicy.fail

    @Flag(help: "Exit with 1 if there are anomalies.")
    var failOnAnomalies = false

    @Option(
        help: ArgumentHelp(
            """
            The most memory to use, such as 512MiB or 2GiB: what does not fit goes through \
            temporary files. The outputs do not depend on it.
            """, valueName: "size"),
        transform: MemorySize.parse)
    var memory: Int?

    @Option(
        help: ArgumentHelp(
            "Where to write the state at the end, for a later replay to resume from.",
            valueName: "file"))
    var checkpoint: String?

    @Option(
        help: ArgumentHelp(
            "Resume from a checkpoint with the events that came after it.", valueName: "file"))
    var resume: String?

    @OptionGroup var signatures: SignatureOptions

    @OptionGroup var output: FormatOption

    func run() throws {
        try EventArguments.check(stream.events)
        let outputs = outputs
        try outputs.check()
        let configuration = try stream.configuration(
            reportingAs: output.format, guarding: outputs)
        var request = try request(configuration)
        let folder = try out.map { try ReplayFolder.open($0, for: request) }
        outputs.removeLeftovers()
        request.inputs = try EventArguments.inputs(stream.events)
        let outcome = try stream.read(request) { request throws(ReplayFailure) in
            try Replay.run(request)
        }
        switch outcome {
        case .refused(let refusal): try stream.report(refusal, as: output.format)
        case .finished(let result):
            try write(result, folder)
            // The process ends next: giving back millions of payments one by one would only take time.
            _ = Unmanaged.passRetained(result)
        }
    }

    /// What is read and written, for it not to be the same.
    private var outputs: OutputGuard {
        var outputs = OutputGuard()
        outputs.reads(stream.events, as: .events)
        outputs.reads(signatures.keys, as: .keyFile)
        outputs.reads(resume, as: .checkpoint)
        if let out {
            let removed =
                (trace ? [] : ["trace.ndjson"])
                + (onInvalid == .quarantine ? [] : ["rejected.ndjson"])
            let written = ReplayOutputs.fileNames.filter { !removed.contains($0) }
            outputs.writes(written, removing: removed, in: out, by: "--out")
        }
        outputs.writes(checkpoint, by: "--checkpoint")
        return outputs
    }

    private func request(_ configuration: LoadedConfiguration) throws -> ReplayRequest {
        var request = stream.requestWithoutInputs(configuration, onInvalid)
        request.signatureKeys = try signatures.signatureKeys(for: request.setup)
        request.keepsTrace = trace
        request.memoryLimitBytes = memory
        if let checkpoint {
            try Checkpoints.checkFolder(of: checkpoint)
            request.checkpointPath = checkpoint
        }
        if let resume {
            request.resume = try Failure.catching { () throws(ReplayFailure) in
                try Checkpoint(path: resume)
            }
        }
        if let out, request.writesRejected {
            request.rejectedPath = PathText.join(out, "rejected.ndjson")
        }
        return request
    }

    private func write(_ result: ReplayResult, _ folder: LockedFolder?) throws {
        if let folder {
            folder.keep()
            try ReplayOutputs.write(result, to: folder.path)
        } else {
            try ReplayOutputs.publishCheckpoint(result)
        }
        try output.format.write(
            text: ReplaySummaryText(result, outputFolder: out).text,
            json: ReplayOutputs.report(result))
        if failOnAnomalies && result.anomalyCount > 0 { try ExitStatus.findings.end() }
    }
}
