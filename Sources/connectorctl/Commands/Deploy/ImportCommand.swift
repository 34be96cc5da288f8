import ArgumentParser
import Configuration
import Deployment
import Files
import HashKeys
import SourceText

/// `connectorctl import`
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Turn a connector that a platform has exported into YAML, and add it to the state.",
        usage: "connectorctl import <connector> [<options>]",
        discussion: """
            The JSON file has `name`, `url` and `jsonSchema`, and may have `id`, \
            `processingPeriodMinutes` and `staticJson`; `connectorctl schema print \
            exported-connector` has the format. Nothing else of the state changes, so that `plan` \
            shows nothing of the connector afterwards. A new hash key is generated, unless \
            --key-env names the variable that holds the one that the gateway has; if anything is \
            wrong, nothing is changed.

            Examples:
              connectorctl import acme.json --config connectors
              connectorctl import acme.json --config connectors --id acme --key-env ACME_HASH_KEY
            """)

    @Argument(help: "The connector, as JSON; - is standard input.")
    var connector: String

    @Option(
        help: ArgumentHelp(
            "The connector's identifier (default: the one in the file, or one made from the name).",
            valueName: "id"))
    var id: String?

    @OptionGroup var source: ActorOptions

    @Option(
        help: ArgumentHelp(
            "The YAML file to write, inside the configuration (default: ID.yaml there).",
            valueName: "file"))
    var out: String?

    @OptionGroup var files: StateOptions

    @Option(
        help: ArgumentHelp(
            "The environment variable that holds the hash key that the gateway already has.",
            valueName: "name"))
    var keyEnv: String?

    func run() throws {
        if let keyEnv, !SecretReference.isEnvironmentName(keyEnv) {
            throw Failure(
                .usage, "`\(keyEnv)` is not the name of an environment variable",
                hint: "letters, digits and _, but no digit first")
        }
        var outputs = OutputGuard()
        outputs.reads(connector, as: .exportedConnector)
        outputs.writes(files.paths)
        outputs.writes(out, by: "--out")
        try outputs.check()
        let exported = try ExportedConnector(readingFrom: connector)
        let before = try loadBefore(guarding: outputs)
        let actor = try source.actor(Resellers(before))
        guard Resellers(before).mayManageConnectors(actor) else {
            throw AccessDenied.failure(actor)
        }
        let target = try ImportTarget(exported, id: id, out: out, folder: source.config)
        if out == nil { outputs.writes(target.path, by: "--out") }
        try outputs.check()
        outputs.removeLeftovers()
        let session = try files.session()
        try target.checkIsFree(in: before)
        guard let yaml = exported.yaml(id: target.id, keyVariable: keyEnv) else {
            throw Failure(.internalError, "the connector cannot be written as YAML")
        }
        if session.kept.state?.connector(target.id) != nil {
            throw target.taken("in the state `\(files.state)`")
        }
        let applied = try add(
            SourceText(path: target.path, bytes: Array(yaml.utf8)), target, session, actor)
        try files.warn(applied)
        try report(target, applied)
        try files.warnOfGit()
    }

    /// The configuration without the connector; it may be empty still.
    private func loadBefore(guarding outputs: OutputGuard) throws -> LoadedConfiguration {
        let loaded = try Configuration.load(paths: [source.config])
        try outputs.check(with: loaded)
        let isFaulty = loaded.diagnostics.contains {
            $0.severity == .error && $0.code != .configurationEmpty
        }
        return isFaulty ? try source.load(guarding: outputs) : loaded
    }

    /// Checks the whole configuration as it will be with the file, and adds the connector to it and to
    /// the state.
    private func add(
        _ file: SourceText, _ target: ImportTarget, _ session: DeploymentSession, _ actor: String
    ) throws -> DeploymentSession.Applied {
        let loaded = try source.load(guarding: OutputGuard(), adding: file)
        let desired = DesiredState(loaded, salt: session.ring.salt)
        try files.checkInstallation(session.kept.state, desired)
        let resource = desired.resources.connectors.first { ByteOrder.equal($0.id, target.id) }
        guard let resource else {
            throw Failure(
                .couldNotRun,
                "`\(target.path)` is not read as part of the configuration in `\(source.config)`",
                hint: "hidden folders are not read; name another file with --out")
        }
        let plan = Plan(adding: resource, of: desired, to: session.kept.state, by: actor)
        return try Failure.catching { () throws(StateFailure) in
            try session.apply(plan, environment: Terminal.variable) { _ throws(FileError) in
                // Reading the configuration may have taken a while.
                try Folder.checkIsFree(target.path)
                return ChangedFiles(before: [try AtomicFile(path: target.path, file.bytes)])
            }
        }
    }

    private func report(_ target: ImportTarget, _ applied: DeploymentSession.Applied) throws {
        let connector = applied.state?.connector(target.id)
        let (number, fingerprint) = (connector?.number ?? 0, connector?.fingerprint ?? "")
        let key =
            keyEnv.map { "its hash key is the one in \($0), with the fingerprint \(fingerprint)" }
            ?? "its new hash key, with the fingerprint \(fingerprint), is in \(files.keys): the "
            + "gateway must be told about it before its results can be verified"
        let text = "wrote \(target.path)\nconnector \(target.id) has the number \(number); \(key)"
        let output = ByteOutput(.standardOutput, .shown)
        for line in text.split(separator: "\n") {
            output.write(PrintableText.escaped(String(line)) + "\n")
        }
        try output.finish()
    }
}
