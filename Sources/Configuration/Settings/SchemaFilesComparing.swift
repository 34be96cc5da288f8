public import Files
public import SchemaComparison
public import SourceText

extension SchemaFiles {
    /// Whether what is valid under the schema (or settings form) in one file stays valid under the one
    /// in another; nil if either has errors, which are among the findings.
    ///
    /// - Throws: `FileError` if a file cannot be read.
    public func compare(
        _ old: String, _ new: String
    ) throws(FileError) -> (comparison: SchemaComparison?, diagnostics: [Diagnostic]) {
        let (left, oldFindings) = try compared(old)
        let (right, newFindings) = try compared(new)
        let findings = oldFindings + newFindings
        guard let left, let right else { return (nil, findings) }
        return (SchemaComparer.compare(left, right).comparison, findings)
    }

    /// The schema in the file at `path`, which is read once: it may be a pipe; nil if it is faulty.
    private func compared(
        _ path: String
    ) throws(FileError) -> (schema: ComparedSchema?, diagnostics: [Diagnostic]) {
        let (open, findings) = try open(path)
        guard let open else { return (nil, findings) }
        let (schema, found) = try compile(open)
        let compared = schema.map { _ in
            ComparedSchema(
                open.root, baseURI: open.loader.baseURI, dialect: dialect,
                assertsFormats: assertsFormats, load: open.load)
        }
        return (compared, SchemaText.disclose(schema, open.files, found))
    }
}
