import ArgumentParser

/// The command line of the program.
struct Connectorctl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connectorctl",
        abstract: "Payment-gateway connectors as code.",
        discussion: """
            A configuration is a folder of YAML documents: an installation with its resellers, \
            connectors, and payment methods. Start with:

              connectorctl validate samples/shop/connectors
            """,
        version: "0.1.0",
        subcommands: [
            Validate.self, List.self, Show.self, ReplayCommand.self, Sign.self, TestCommand.self,
            Explain.self, Explore.self, PlanCommand.self, Apply.self, RotateKey.self,
            BundleCommand.self, ImportCommand.self,
            Generate.self, Rules.self,
            Schema.self, ExplainCode.self,
        ])
}
