import ArgumentParser
import Reporting

/// `connectorctl rules`
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Print the state machine of payments, as data.",
        discussion: """
            Example:
              connectorctl rules --format mermaid
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, mermaid, dot
    }

    @Option(help: "How to print it: table, json, mermaid or dot.")
    var format = Format.table

    func run() throws {
        let output = ByteOutput(.standardOutput)
        switch format {
        case .table: output.write(RuleTable.embedded.text)
        case .json: output.write(RuleTable.embedded.json)
        case .mermaid: output.write(RuleTable.embedded.mermaid)
        case .dot: output.write(RuleTable.embedded.dot)
        }
        try output.finish()
    }
}
