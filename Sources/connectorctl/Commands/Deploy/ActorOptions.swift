import ArgumentParser
import Configuration
import Deployment
import SourceText

/// The options of commands that deploy: of what, and who acts.
struct ActorOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the configuration.", valueName: "dir"))
    var config = "."

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            """
            The reseller who acts (default: the root reseller). Only the root reseller may change \
            connectors; any reseller may change the payment methods of itself and of those below it.
            """, valueName: "reseller"))
    var reseller: String?

    /// The configuration, if it has no errors. Otherwise says why not, calls `explain`, and ends the
    /// command; so it does if `outputs` would replace a file of it.
    ///
    /// - Parameter addition: a file that is not there yet, and is read as if it were.
    func load(
        guarding outputs: OutputGuard, adding addition: SourceText? = nil,
        orExplaining explain: (LoadedConfiguration) throws -> Void = { _ in }
    ) throws -> LoadedConfiguration {
        let loaded = try Configuration.load(paths: [config], adding: addition)
        try outputs.check(with: loaded)
        if !loaded.diagnostics.isEmpty {
            let findings = Findings(loaded)
            try findings.write(to: .standardError)
            if loaded.hasErrors { try explain(loaded) }
            try findings.status().end()
        }
        return loaded
    }

    /// The reseller who acts.
    ///
    /// - Throws: `Failure` if there is no such reseller.
    func actor(_ resellers: Resellers) throws(Failure) -> String {
        let actor = reseller ?? resellers.root
        guard resellers.has(actor) else {
            throw Failure(
                .couldNotRun, "there is no reseller `\(actor)`", code: .accessDenied,
                hint: resellers.nearest(to: actor).map(Suggestion.question))
        }
        return actor
    }
}
