import Documents
import JSONSchema
import SourceText

/// Says which values in the text of a schema to hide: those of secrets.
enum SchemaText {
    /// - Parameters:
    ///   - schema: nil if it could not be compiled; then all values are hidden.
    ///   - roots: the schema, and the documents that it refers to.
    static func hidden(_ schema: Schema?, _ roots: [Node]) -> [Node] {
        schema?.secretLiterals ?? roots.flatMap(Schema.doubtfulLiterals)
    }

    /// Tells the sources of schema files what of them may be shown, and takes what may not out of the
    /// findings about them.
    static func disclose(
        _ schema: Schema?, _ files: ReferencedFiles, _ findings: [Diagnostic]
    ) -> [Diagnostic] {
        let literals = Dictionary(grouping: hidden(schema, files.roots)) {
            ObjectIdentifier($0.document.source)
        }
        for source in files.sources {
            let isValid = files.isValid(source)
            let own = literals[ObjectIdentifier(source)] ?? []
            source.disclose(
                hiding: isValid
                    ? LiteralText.hidden(own)
                    : UnreadText(source, in: 0..<source.bytes.count, isDocument: false).hidden)
        }
        return Redaction.redacted(findings, in: files.roots)
    }
}
