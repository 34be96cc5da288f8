import ArgumentParser
import Configuration
import Reporting

/// `connectorctl list`
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the connectors with their payment methods counted.",
        discussion: """
            Example:
              connectorctl list --config samples/shop/connectors
            """)

    @OptionGroup var source: ConfigurationOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let list = ConnectorList(try source.load(reportingAs: output.format).overview)
        let bytes = ByteOutput(.standardOutput)
        switch output.format {
        case .text: bytes.write(list.text)
        case .json: bytes.write(list.json)
        }
        try bytes.finish()
    }
}
