import ArgumentParser
import Configuration
import Deployment
import Files

/// `connectorctl bundle`
struct BundleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Write what a platform needs to know, secrets included, as JSON.",
        usage: "connectorctl bundle [<options>]",
        discussion: """
            Connectors with their numbers, and payment methods with their effective settings, in \
            which secrets replace {$env: NAME} and {$file: path}. Nothing is changed. A file that \
            --out names can be read by its owner only; hash keys are never in it.

            Examples:
              connectorctl bundle --config connectors --out bundle.json
              connectorctl bundle --config connectors --as baltic | platform-import
            """)

    @OptionGroup var source: ActorOptions
    @OptionGroup var known: KnownState

    @Option(
        help: ArgumentHelp(
            "Write to this file (default: -, standard output, unless that is a terminal).",
            valueName: "file"))
    var out: String?

    func run() throws {
        let out = OutputPath.file(out)
        if out == nil, Terminal.isTerminal(.standardOutput) {
            throw Failure(
                .couldNotRun, "a bundle holds secrets, which are not written to a terminal",
                hint: "give --out FILE, or redirect standard output")
        }
        var outputs = OutputGuard()
        outputs.reads(known.paths)
        outputs.writes(out, by: "--out")
        try outputs.check()
        let loaded = try source.load(guarding: outputs)
        let actor = try source.actor(Resellers(loaded))
        let state = try known.state(of: loaded)
        let bundle = try Bundle(readingSecretsOf: loaded, for: actor)
        guard let out else {
            return try ByteOutput.write(bundle.bytes(state))
        }
        outputs.removeLeftovers()
        try BundleFile(bundle, path: out).written(for: state).publish()
    }
}
