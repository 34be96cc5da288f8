import ArgumentParser
import Configuration
import Documents
import JSONSchema
import SourceText

/// `connectorctl schema validate`
struct SchemaValidate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check documents against a JSON Schema.",
        usage: "connectorctl schema validate --schema <file> [<options>] <instances> ...",
        discussion: """
            With --lines, each line of the instances is a JSON document, and `valid` or `invalid` \
            is printed for it. The instance - is standard input.

            With --output-format, a line of JSON is printed for each instance, in one of the \
            formats that JSON Schema itself defines: flag, basic (a list of errors) or detailed \
            (a tree of them). Each error has keywordLocation, absoluteKeywordLocation and \
            instanceLocation.

            Example:
              connectorctl schema validate --schema order.schema.json --lines orders.ndjson
              connectorctl schema validate --schema order.schema.json --output-format basic o.json
            """)

    @Option(help: ArgumentHelp("The schema, or settings form (required).", valueName: "file"))
    var schema: String?

    @Flag(help: "Treat each line of the instances as a document.")
    var lines = false

    @Option(
        help: ArgumentHelp(
            "Print results in a format of JSON Schema: flag, basic or detailed.",
            valueName: "format"))
    var outputFormat: SchemaOutput?

    @Argument(help: "The files to validate, JSON or YAML.")
    var instances: [String]

    @OptionGroup var schemas: SchemaOptions
    @OptionGroup var output: FindingFormatOption

    mutating func validate() throws {
        instances = ArgumentRuns.unfolded(instances)
    }

    func run() throws {
        let schema = try RequiredOption.value(schema, "--schema <file>")
        try Input.checkStandardInput([schema] + instances)
        let (compiled, diagnostics) = try schemas.files().compile(schema)
        guard let compiled else {
            throw try Findings(diagnostics, files: 1, documents: 1).refusal(output.format)
        }
        if !diagnostics.isEmpty {
            let warnings = Findings(diagnostics, files: 1, documents: 1)
            try warnings.write(output.format, to: .standardError)
        }
        if let outputFormat {
            let results = SchemaResults(compiled, as: outputFormat)
            return try (lines ? results.ofLines(in: instances) : results.ofDocuments(in: instances))
                .end()
        }
        try (lines ? validateLines(compiled) : validateDocuments(compiled)).end()
    }

    private func validateDocuments(_ schema: JSONSchema.Schema) throws -> ExitStatus {
        var diagnostics: [Diagnostic] = []
        for path in instances {
            diagnostics += InstanceValidation.check(try Input.read(path), schema)
        }
        let findings = Findings(
            diagnostics, files: instances.count, documents: instances.count)
        try findings.write(output.format, to: .standardOutput)
        return findings.status()
    }

    private func validateLines(_ schema: JSONSchema.Schema) throws -> ExitStatus {
        let bytes = ByteOutput(.standardOutput)
        var allValid = true
        for path in instances {
            try InputLines.read(path) { source, range in
                let document = JSONReader.read(source, in: range).document
                let isValid = document.map { schema.isValid($0.root) } ?? false
                allValid = allValid && isValid
                bytes.write(isValid ? "valid\n" : "invalid\n")
                return !bytes.isClosed
            }
        }
        try bytes.finish()
        return allValid ? .success : .findings
    }
}
