import ArgumentParser
import Configuration
import JSONSchema
import Reporting
import SchemaComparison

/// `connectorctl schema compare`
struct SchemaCompare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Say whether a new schema still accepts what an old one does.",
        usage: "connectorctl schema compare <old> <new> [<options>]",
        discussion: """
            The answer is `safe`, which is proved; `breaking`, with an example that is valid \
            under OLD and not under NEW; or `unknown`, with the parts of NEW that could not be \
            decided. The exit code is 0 only if the answer is `safe`: what is unknown may break \
            as well.

            Example:
              connectorctl schema compare order-1.schema.json order-2.schema.json
            """)

    @Argument(help: "The schema, or settings form, that is in use.")
    var old: String

    @Argument(help: "The one that is to replace it.")
    var new: String

    @OptionGroup var schemas: SchemaOptions
    @OptionGroup var output: FormatOption

    func run() throws {
        try Input.checkStandardInput([old, new])
        let (comparison, diagnostics) = try schemas.files().compare(old, new)
        guard let comparison else {
            throw try Findings(diagnostics, files: 2, documents: 2)
                .refusal(output.format.ofFindings)
        }
        let report = ComparisonReport(comparison)
        try output.format.write(text: report.text, json: report.json)
        try (comparison.verdict == .safe ? ExitStatus.success : .findings).end()
    }
}
