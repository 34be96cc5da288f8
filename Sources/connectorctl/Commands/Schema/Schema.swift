import ArgumentParser

/// `connectorctl schema`
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Work with JSON Schemas and settings forms.",
        discussion: """
            Example:
              connectorctl schema print connector > connector.schema.json
            """,
        subcommands: [
            SchemaCheck.self, SchemaCompare.self, SchemaValidate.self, SchemaPrint.self,
        ])
}
