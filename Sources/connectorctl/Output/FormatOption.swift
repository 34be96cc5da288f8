import ArgumentParser

/// How results are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// The option `--format`.
struct FormatOption: ParsableArguments {
    @Option(help: "How to write the result: text or json.")
    var format = OutputFormat.text
}
