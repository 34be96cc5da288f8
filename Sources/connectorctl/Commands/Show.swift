import ArgumentParser
import Configuration
import Reporting
import SourceText

/// `connectorctl show`
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a connector: its settings, static settings and payment methods.",
        usage: "connectorctl show <id> [<options>]",
        discussion: """
            Where it is deployed, its number and the fingerprint of its hash key are shown as well. \
            Secrets and keys are never shown.

            Example:
              connectorctl show acme-cards --config samples/shop/connectors
              connectorctl show acme-cards --config connectors --state eu.state.json --format json
            """)

    @Argument(help: "The connector's identifier.")
    var id: String

    @OptionGroup var source: ConfigurationOption
    @OptionGroup var known: KnownState
    @OptionGroup var output: FormatOption

    func run() throws {
        let loaded = try source.load(reportingAs: output.format)
        let overview = loaded.overview
        guard let entry = overview.first(where: { ByteOrder.equal($0.connector.id, id) }) else {
            throw unknown(in: loaded)
        }
        let details = ConnectorDetails(entry, in: loaded, try known.shownState(of: loaded))
        try output.format.write(text: details.text, json: details.json)
    }

    private func unknown(in configuration: LoadedConfiguration) -> Failure {
        if let method = configuration.methods.first(where: { ByteOrder.equal($0.id, id) }) {
            return Failure(
                .couldNotRun, "`\(id)` is a payment method, not a connector",
                hint: "`connectorctl show \(method.connector)` shows its connector")
        }
        return Failure(
            .couldNotRun, "there is no connector `\(id)`",
            hint: Suggestion.hint(for: id, among: configuration.connectors.map(\.id))
                ?? "`connectorctl list` shows the connectors")
    }
}
