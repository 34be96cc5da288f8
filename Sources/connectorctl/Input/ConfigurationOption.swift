import ArgumentParser
import Configuration

/// The options of commands that look at the connectors of a configuration.
struct ConfigurationOption: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the configuration.", valueName: "dir"))
    var config = "."

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "The reseller who asks; only the root reseller may see connectors (default: the root "
                + "reseller).",
            valueName: "reseller"))
    var reseller: String?

    /// The configuration, if it has no errors and the reseller may see it. Otherwise says why not
    /// and ends the command.
    func load(reportingAs format: OutputFormat) throws -> LoadedConfiguration {
        let loaded = try Configuration.load(paths: [config])
        if let reseller, loaded.installation.root != nil, !loaded.maySeeConnectors(reseller) {
            throw AccessDenied.failure(reseller)
        }
        guard loaded.hasErrors else { return loaded }
        throw try Findings(loaded).refusal(format.ofFindings)
    }
}
