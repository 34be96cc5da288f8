import ArgumentParser
import Configuration
import Deployment
import SourceText

/// The options of commands that work on the state of an installation.
struct DeployOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the configuration.", valueName: "dir"))
    var config = "."

    @OptionGroup var files: StateOptions

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            """
            The reseller who acts (default: the root reseller). Only the root reseller may change \
            connectors; any reseller may change the payment methods of itself and of those below it.
            """, valueName: "reseller"))
    var reseller: String?

    @Flag(
        help: """
            Refuse every change of the schema of a connector that has payment methods, as the platform \
            does.
            """)
    var strictPlatform = false

    /// The configuration, if it has no errors. Otherwise says why not and ends the command.
    func load() throws -> LoadedConfiguration {
        let loaded = try Configuration.load(paths: [config])
        if !loaded.diagnostics.isEmpty {
            let findings = Findings(loaded)
            try findings.write(.text, to: .standardError)
            if loaded.hasErrors { try explainDeletions(loaded) }
            try findings.status().end()
        }
        return loaded
    }

    /// Where a method names a connector that is deployed but no longer described, says that this would
    /// be a deletion, and that it is refused.
    private func explainDeletions(_ loaded: LoadedConfiguration) throws {
        guard let state = try? KeptState(withoutKeysAt: files.place).state else { return }
        for connector in state.connectors where loaded.connector(connector.resource.id) == nil {
            let users = loaded.methods.filter {
                ByteOrder.equal($0.connector, connector.resource.id)
            }
            guard !users.isEmpty else { continue }
            let names = users.map { "`\($0.id)`" }.joined(separator: ", ")
            Failure(
                .findings,
                "connector `\(connector.resource.id)` cannot be deleted: it is used by \(names)",
                code: .connectorInUse,
                hint: "delete these payment methods, too, or give them another connector first"
            ).report()
        }
    }

    /// The reseller who acts.
    ///
    /// - Throws: `Failure` if there is no such reseller.
    func actor(_ resellers: Resellers) throws(Failure) -> String {
        let actor = reseller ?? resellers.root
        guard resellers.has(actor) else {
            throw Failure(
                .couldNotRun, "there is no reseller `\(actor)`", code: .accessDenied,
                hint: resellers.nearest(to: actor).map { "did you mean `\($0)`?" })
        }
        return actor
    }
}

/// The files of an installation's state.
struct StateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The state file.", valueName: "file"))
    var state = "connectorctl.state.json"

    @Option(help: ArgumentHelp("The file of the hash keys.", valueName: "file"))
    var keys = "connectorctl.keys.json"

    var place: StatePlace { StatePlace(statePath: state, keysPath: keys) }
}
