import ArgumentParser
import Configuration
import Scenarios

/// `connectorctl validate`
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check a configuration and its scenarios, and report everything that is wrong.",
        discussion: """
            In a folder, every *.yaml and *.yml below it is read; documents without `apiVersion: \
            connectorctl/v1` are ignored. All paths together are one configuration. Exit code 1 \
            means that there are errors.

            Example:
              connectorctl validate samples/shop/connectors --strict --format json
            """)

    @Argument(help: "Folders or files of the configuration.")
    var paths: [String] = ["."]

    @OptionGroup var output: FindingFormatOption
    @OptionGroup var limit: MaxFindingsOption

    @Flag(help: "Fail on warnings too.")
    var strict = false

    @Flag(help: "Check `format` in settings, unless a connector says otherwise.")
    var assertFormats = false

    func run() throws {
        let loaded = try Configuration.load(
            paths: paths,
            options: .init(assertsFormats: assertFormats, mostDescribed: limit.most))
        let checked = [
            (loaded.connectors.count, "connector"), (loaded.methods.count, "method"),
            (loaded.scenarios.count, "scenario"),
        ]
        let findings = Findings(
            loaded, and: Scenarios.check(loaded.scenarios), checked: checked, most: limit.most)
        try findings.write(output.format, to: .standardOutput)
        try findings.status(isStrict: strict).end()
    }
}
