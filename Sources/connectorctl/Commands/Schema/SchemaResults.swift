public import ArgumentParser
import Configuration
import Documents
import Files
public import JSONSchema
import SourceText

extension SchemaOutput: ExpressibleByArgument {}

/// `schema validate --output-format`: a line of JSON for each instance, as JSON Schema defines it.
struct SchemaResults {
    let schema: JSONSchema.Schema
    let format: SchemaOutput
    private let bytes = ByteOutput(.standardOutput)

    init(_ schema: JSONSchema.Schema, as format: SchemaOutput) {
        self.schema = schema
        self.format = format
    }

    /// Holds each document of each file to the schema.
    func ofDocuments(in paths: [String]) throws -> ExitStatus {
        var allValid = true
        for path in paths {
            let source = try Input.read(path)
            let isJSON = PathText.hasExtension(path, "json")
            let (documents, findings) =
                isJSON ? SchemaResults.json(source, nil) : YAMLReader.read(source)
            if let error = findings.first(where: { $0.severity == .error }) {
                allValid = false
                write([unreadable(error.message)])
                continue
            }
            if documents.isEmpty {
                allValid = false
                write([unreadable(InstanceValidation.emptyMessage)])
            }
            for document in documents {
                allValid = write(schema.outputUnits(of: document.root)) && allValid
            }
        }
        try bytes.finish()
        return allValid ? .success : .findings
    }

    /// Holds each line of each file to the schema.
    func ofLines(in paths: [String]) throws -> ExitStatus {
        var allValid = true
        for path in paths {
            var isEmpty = true
            try InputLines.read(path) { source, range in
                isEmpty = false
                let (documents, findings) = SchemaResults.json(source, range)
                let units = documents.first.map { schema.outputUnits(of: $0.root) }
                let why = findings.first { $0.severity == .error }?.message ?? "no document"
                allValid = write(units ?? [unreadable(why)]) && allValid
                return !bytes.isClosed
            }
            if isEmpty { allValid = write([unreadable(InstanceValidation.emptyMessage)]) }
        }
        try bytes.finish()
        return allValid ? .success : .findings
    }

    /// What the text that cannot be read quotes may be a secret, if the schema has any.
    private func unreadable(_ message: String) -> OutputUnit {
        .unreadable(schema.hasSecrets ? QuotedText.masked(message) : message)
    }

    private static func json(
        _ source: SourceText, _ range: Range<Int>?
    ) -> (documents: [Document], diagnostics: [Diagnostic]) {
        let (document, diagnostics) =
            range.map { JSONReader.read(source, in: $0) } ?? JSONReader.read(source)
        return (document.map { [$0] } ?? [], diagnostics)
    }

    /// Writes one result; says whether it is good.
    @discardableResult
    private func write(_ units: [OutputUnit]) -> Bool {
        bytes.write(OutputWriter.bytes(of: units, as: format))
        bytes.write("\n")
        return units.isEmpty
    }
}
