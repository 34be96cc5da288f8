import ArgumentParser
import Configuration
internal import ConfiguredReplay
import Payments
import Replay

/// The options of commands that read a stream of events under a configuration.
struct StreamOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the configuration (required).", valueName: "dir"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "When the clock stops, as RFC 3339 (default: at the last event).", valueName: "time"),
        transform: InstantArgument.parse)
    var until: Timestamp?

    @Option(help: "How many cores to use (default: all). The outputs do not depend on it.")
    var threads: Int?

    @Argument(help: "The files of events, in order.")
    var events: [String]

    mutating func validate() throws {
        events = ArgumentRuns.unfolded(events)
        try check()
    }

    func check() throws {
        if let threads, !(1...Self.mostThreads).contains(threads) {
            throw ValidationError("--threads must be a number from 1 to \(Self.mostThreads).")
        }
    }

    /// More would only wait for memory.
    static let mostThreads = 64

    /// The configuration. Says what is wrong with it, and ends the command if that is an error, or if
    /// `outputs` would replace it.
    func configuration(
        reportingAs format: OutputFormat, guarding outputs: OutputGuard = OutputGuard()
    ) throws -> LoadedConfiguration {
        try EventArguments.check(events)
        let folder = try RequiredOption.value(config, "--config <dir>")
        let configuration = try Configuration.load(paths: [folder])
        try outputs.check(with: configuration)
        try Findings(configuration).check(format.ofFindings)
        return configuration
    }

    /// What is to be read, with `policy` for what is invalid in it.
    func request(
        _ configuration: LoadedConfiguration, _ policy: InvalidEventPolicy
    ) throws -> ReplayRequest {
        var request = requestWithoutInputs(configuration, policy)
        request.inputs = try EventArguments.inputs(events)
        return request
    }

    /// The same, as long as no input has been opened, and standard input not been read.
    func requestWithoutInputs(
        _ configuration: LoadedConfiguration, _ policy: InvalidEventPolicy
    ) -> ReplayRequest {
        var request = ReplayRequest(
            setup: ReplaySetup(configuration), inputs: [],
            temporaryFolder: Terminal.temporaryFolder)
        request.until = until
        request.onInvalid = policy
        request.threads = threads ?? min(Terminal.processorCount, Self.mostThreads)
        return request
    }

    /// Reads the stream of `request` by `body`, and shows on a terminal how far that is.
    func read<Outcome>(
        _ request: ReplayRequest, _ body: (ReplayRequest) throws(ReplayFailure) -> Outcome
    ) throws -> Outcome {
        var request = request
        let progress = ProgressLine(totalBytes: request.inputBytes)
        defer { progress.finish() }
        if Terminal.canOverwriteLines {
            request.progress = { progress.update(bytes: $0.doneBytes, events: $0.events) }
        }
        return try Failure.catching { () throws(ReplayFailure) in try body(request) }
    }

    /// Says why the stream was refused, and ends the command.
    func report(_ refusal: ReplayRefusal, as format: OutputFormat) throws {
        let exit = try Findings(refusal.diagnostics, files: events.count, documents: 0)
            .refusal(format.ofFindings)
        if format == .text { try Self.sayWhatToDo(refusal) }
        throw exit
    }

    private static func sayWhatToDo(_ refusal: ReplayRefusal) throws {
        try Notice(
            .note, "nothing was written, since not all events are valid",
            hint: refusal.canBeQuarantined
                ? "correct them, or set them aside with --on-invalid quarantine" : "correct them"
        ).report()
    }
}
