import ArgumentParser
import Configuration
internal import ConfiguredReplay
import Files
import Replay

/// `connectorctl sign`
struct Sign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign the gateway results of a stream, as the gateways would.",
        usage: "connectorctl sign --config <dir> --keys <file> [<options>] <events> ...",
        discussion: """
            Writes the events with a signature on every gateway.result whose attempt's connector \
            has a key. Every other byte stays as it is; a signature that is there is replaced. \
            Several NDJSON files are one stream; a JSON array (.json) is signed by itself. \
            `replay --verify-signatures` verifies what was signed.

            Example:
              connectorctl sign --config connectors --keys connectorctl.keys.json \
            --out signed.ndjson events.ndjson
            """)

    @Option(help: ArgumentHelp("The folder of the configuration (required).", valueName: "dir"))
    var config: String?

    @Option(
        help: ArgumentHelp("The file with the connectors' hash keys (required).", valueName: "file")
    )
    var keys: String?

    @Option(
        help: ArgumentHelp(
            "Where to write the events (default: -, standard output).", valueName: "file")
    )
    var out: String?

    @Flag(help: "Exit with 1 if a result is left unsigned.")
    var strict = false

    @OptionGroup var output: FormatOption

    @Argument(help: "The files of events, in order.")
    var events: [String]

    mutating func validate() throws {
        events = ArgumentRuns.unfolded(events)
    }

    func run() throws {
        try EventArguments.check(events)
        try checkArrays()
        let folder = try RequiredOption.value(config, "--config <dir>")
        let keyPath = try RequiredOption.value(keys, "--keys <file>")
        let outputs = outputs(keyPath)
        try outputs.check()
        let configuration = try Configuration.load(paths: [folder])
        try outputs.check(with: configuration)
        if configuration.hasErrors {
            throw try Findings(configuration).refusal(output.format.ofFindings)
        }
        outputs.removeLeftovers()
        let setup = ReplaySetup(configuration)
        let signatureKeys = try KeyFiles.keys(keyPath, for: setup)
        var request = ReplayRequest(
            setup: setup, inputs: try EventArguments.inputs(events),
            temporaryFolder: Terminal.temporaryFolder)
        request.threads = min(Terminal.processorCount, StreamOptions.mostThreads)
        switch try sign(request, signatureKeys) {
        case .refused(let refusal):
            throw try Findings(refusal.diagnostics, files: events.count, documents: 0)
                .refusal(output.format.ofFindings)
        case .signed(let result): try report(result)
        }
    }

    /// Several arrays, or an array among lines, would not be a readable stream.
    private func checkArrays() throws(Failure) {
        guard events.count > 1,
            let array = events.first(where: { EventInput.Format(path: $0) == .array })
        else { return }
        throw Failure(
            .usage, "the JSON array `\(array)` cannot be written after other events",
            hint: "sign it on its own")
    }

    /// What is read and written, for it not to be the same.
    private func outputs(_ keyPath: String) -> OutputGuard {
        var outputs = OutputGuard()
        outputs.reads(events, as: .events)
        outputs.reads(keyPath, as: .keyFile)
        outputs.writes(OutputPath.file(out), by: "--out")
        return outputs
    }

    private func sign(_ request: ReplayRequest, _ keys: SignatureKeys) throws -> SigningOutcome {
        guard let out = OutputPath.file(out) else { return try signToStandardOutput(request, keys) }
        let file = try AtomicFile(path: out, isDurable: false)
        let outcome = try Self.sign(request, keys) { bytes throws(FileError) in
            try file.write(bytes)
            return true
        }
        guard case .signed = outcome else { return outcome }
        try file.complete()
        try file.publish()
        return outcome
    }

    private func signToStandardOutput(
        _ request: ReplayRequest, _ keys: SignatureKeys
    ) throws -> SigningOutcome {
        let output = ByteOutput(.standardOutput)
        let outcome = try Self.sign(request, keys) { bytes throws(FileError) in
            output.write(bytes)
            return !output.isClosed
        }
        try output.finish()
        return outcome
    }

    private static func sign(
        _ request: ReplayRequest, _ keys: SignatureKeys,
        write: @escaping (UnsafeRawBufferPointer) throws(FileError) -> Bool
    ) throws(Failure) -> SigningOutcome {
        try Failure.catching { () throws(ReplayFailure) in
            try Replay.sign(request, with: keys, write: write)
        }
    }

    /// Says on standard error what was left unsigned.
    private func report(_ result: SigningResult) throws {
        guard result.unsigned > 0 else { return }
        try ByteOutput.write(
            "signed \(result.signed) results; left \(result.unsigned) as they are: "
                + "\(result.withoutConnector) of unknown attempts or methods, "
                + "\(result.withoutKey) of connectors without a key\n", to: .standardError)
        if strict { try ExitStatus.findings.end() }
    }
}
