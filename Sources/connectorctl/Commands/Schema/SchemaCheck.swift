import ArgumentParser
import Configuration
import SourceText

/// `connectorctl schema check`
struct SchemaCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check JSON Schemas and settings forms themselves.",
        usage: "connectorctl schema check <files> ... [<options>]",
        discussion: """
            Each file, JSON or YAML, is checked against the meta-schema of its dialect; its \
            references must resolve, and its patterns must be ECMA-262 regular expressions. \
            Warnings point out what a schema says but probably does not mean.

            Example:
              connectorctl schema check samples/shop/connectors/schemas/bankgate.schema.json
            """)

    @Argument(help: "The files.")
    var files: [String]

    @OptionGroup var schemas: SchemaOptions
    @OptionGroup var output: FindingFormatOption

    mutating func validate() throws {
        files = ArgumentRuns.unfolded(files)
    }

    func run() throws {
        try Input.checkStandardInput(files)
        let compiler = try schemas.files()
        var diagnostics: [Diagnostic] = []
        for file in files { diagnostics += try compiler.check(file) }
        let findings = Findings(diagnostics, files: files.count, documents: files.count)
        try findings.write(output.format, to: .standardOutput)
        try findings.status().end()
    }
}
