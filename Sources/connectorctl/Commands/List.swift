import ArgumentParser
import Configuration
import Reporting

/// `connectorctl list`
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the connectors and how many payment methods each has.",
        usage: "connectorctl list [<options>]",
        discussion: """
            Example:
              connectorctl list --config samples/shop/connectors
              connectorctl list --config connectors --state eu.state.json
            """)

    @OptionGroup var source: ConfigurationOption
    @OptionGroup var known: KnownState
    @OptionGroup var output: FormatOption

    func run() throws {
        let loaded = try source.load(reportingAs: output.format)
        let list = ConnectorList(loaded.overview, in: try known.shownState(of: loaded))
        try output.format.write(text: list.text, json: list.json)
    }
}
