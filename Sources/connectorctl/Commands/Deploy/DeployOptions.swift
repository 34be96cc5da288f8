import ArgumentParser
import Configuration
import Deployment
import SourceText

/// The options of commands that work on the state of an installation.
struct DeployOptions: ParsableArguments {
    @OptionGroup var source: ActorOptions
    @OptionGroup var files: StateOptions

    @Flag(
        help: """
            Refuse every change to the schema of a connector that has payment methods, as the \
            platform does.
            """)
    var strictPlatform = false

    /// The configuration, if it has no errors. Otherwise says why not and ends the command; so it does
    /// if `outputs` would replace a file of it.
    func load(guarding outputs: OutputGuard) throws -> LoadedConfiguration {
        try source.load(guarding: outputs) { loaded in try explainDeletions(loaded) }
    }

    /// Where a method names a connector that is deployed but no longer described, says that this would
    /// be a deletion, and that it is refused.
    private func explainDeletions(_ loaded: LoadedConfiguration) throws {
        guard let state = try? KeptState(withoutKeysAt: files.paths).state else { return }
        for connector in state.connectors where loaded.connector(connector.resource.id) == nil {
            let users = loaded.methods.filter {
                ByteOrder.equal($0.connector, connector.resource.id)
            }
            guard !users.isEmpty else { continue }
            let names = Listing.quoted(users.map(\.id))
            Failure(
                .findings,
                "connector `\(connector.resource.id)` cannot be deleted: it is used by \(names)",
                code: .connectorInUse,
                hint: "delete these payment methods too, or give them another connector first"
            ).report()
        }
    }
}

/// The files of an installation's state.
struct StateOptions: ParsableArguments {
    /// What --state names; nil if it is not given.
    @Option(
        name: .customLong("state"),
        help: ArgumentHelp(
            "The state file (default: \(StateOptions.defaultState)).", valueName: "file"))
    var givenState: String?

    @Option(help: ArgumentHelp("The file of the hash keys.", valueName: "file"))
    var keys = StateOptions.defaultKeys

    static let defaultState = "connectorctl.state.json"
    static let defaultKeys = "connectorctl.keys.json"

    var state: String { givenState ?? Self.defaultState }

    var paths: StatePaths { StatePaths(statePath: state, keysPath: keys) }
}
