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
        let (oldSchema, oldFindings) = try compile(old)
        let (newSchema, newFindings) = try compile(new)
        let findings = oldFindings + newFindings
        guard oldSchema != nil, newSchema != nil, let left = try compared(old),
            let right = try compared(new)
        else { return (nil, findings) }
        return (SchemaComparer.compare(left, right).comparison, findings)
    }

    private func compared(_ path: String) throws(FileError) -> ComparedSchema? {
        try open(path).schema.map {
            ComparedSchema(
                $0.root, baseURI: $0.loader.baseURI, dialect: dialect,
                assertsFormats: assertsFormats, load: $0.load)
        }
    }
}
