import ArgumentParser
import Configuration
import Scenarios

/// `connectorctl validate`
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check a configuration and its scenarios, and report everything that is wrong.",
        usage: "connectorctl validate [<paths> ...] [<options>]",
        discussion: """
            In a folder, every *.yaml and *.yml below it is read; documents without `apiVersion: \
            connectorctl/v1` are ignored. All paths together are one configuration. Exit code 1 \
            means that there are errors. The path - is standard input.

            Example:
              connectorctl validate samples/shop/connectors --strict --format json
              connectorctl validate - --stdin-name connectors/card.yaml < buffer
            """)

    @Argument(help: "Folders or files of the configuration.")
    var paths: [String] = ["."]

    @OptionGroup var output: FindingFormatOption

    @Option(
        help: ArgumentHelp(
            "With -: what to call standard input; files that it names are looked for from there, and a "
                + "file of this name is not read (default: -).", valueName: "file"))
    var stdinName: String?

    @Flag(help: "Fail on warnings too.")
    var strict = false

    mutating func validate() throws {
        paths = ArgumentRuns.unfolded(paths)
        guard stdinName == nil || paths.contains("-") else {
            throw ValidationError("--stdin-name needs the path -.")
        }
    }

    func run() throws {
        try Input.checkStandardInput(paths)
        let loaded = try Configuration.load(paths: paths, standardInput: stdinName ?? "-")
        let findings = Findings(loaded, and: Scenarios.check(loaded.scenarios))
        try findings.write(output.format, to: .standardOutput)
        try findings.status(isStrict: strict).end()
    }
}
