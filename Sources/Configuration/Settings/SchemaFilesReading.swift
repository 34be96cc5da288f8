import Documents
public import Files
import JSONSchema
import SchemaLint
public import SourceText

/// A schema file that was read, with what finds the documents that it refers to.
struct OpenSchema {
    let root: Node
    let loader: SchemaLoader
    let files: ReferencedFiles
    let load: (String) -> Node?
}

extension SchemaFiles {
    /// What is wrong with the schema (or settings form) in the file at `path`, and what is
    /// questionable in it. That it cannot be read is a finding as well.
    ///
    /// - Throws: `FileError` if the path leads nowhere.
    public func check(_ path: String) throws(FileError) -> [Diagnostic] {
        do throws(FileError) {
            return try findings(path)
        } catch {
            guard error.isUnreadable else { throw error }
            return [.unreadable(error)]
        }
    }

    private func findings(_ path: String) throws(FileError) -> [Diagnostic] {
        let (open, findings) = try open(path)
        guard let open else { return findings }
        let (schema, found) = try compile(open)
        let lint = SchemaLint.findings(
            in: open.root, baseURI: open.loader.baseURI, dialect: dialect, load: open.load)
        return SchemaText.disclose(schema, open.files, found + lint)
    }

    /// Reads the file at `path`; nil if it holds no document.
    func open(_ path: String) throws(FileError) -> (schema: OpenSchema?, diagnostics: [Diagnostic])
    {
        let files = ReferencedFiles(roots: ConfigurationRoots(["/"]), formats: FormatSchemas())
        let root = try files.content(named: path)
        guard let root else {
            return (nil, SchemaText.disclose(nil, files, files.takeDiagnostics()))
        }
        let loader = try SchemaLoader(for: root, files)
        let open = OpenSchema(root: root, loader: loader, files: files) {
            mapped($0, files) ?? loader.document($0) ?? PublishedFormat(uri: $0)?.document?.root
        }
        return (open, files.takeDiagnostics())
    }
}
