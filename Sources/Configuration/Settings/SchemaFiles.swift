import Documents
public import Files
public import JSONSchema
public import SourceText

/// Compiles schemas in files of their own, for the `schema` commands.
public struct SchemaFiles: Sendable {
    /// Which URIs are looked for in a folder.
    public struct Mapping: Sendable {
        let prefix: String
        let folder: String

        /// - Parameters:
        ///   - prefix: how the URIs begin.
        ///   - folder: the folder in which the rest of such a URI is a path.
        public init(prefix: String, folder: String) {
            self.prefix = prefix
            self.folder = folder
        }

        /// The path of the file with this URI, if it is one of the folder's.
        func path(of uri: String) -> String? {
            guard uri.utf8.starts(with: prefix.utf8) else { return nil }
            let rest = String(uri.utf8.dropFirst(prefix.utf8.count).drop { $0 == 0x2F }) ?? ""
            guard let decoded = FileURI.path(ofURI: "file:///" + rest) else { return nil }
            let path = decoded.dropFirst()
            let isInside = !path.split(separator: "/").contains("..")
            return isInside ? PathText.join(folder, String(path)) : nil
        }
    }

    private let mappings: [Mapping]
    let dialect: Dialect
    let assertsFormats: Bool

    /// - Parameters:
    ///   - mappings: tried in this order.
    ///   - dialect: that of schemas without `$schema`.
    ///   - assertsFormats: whether `format` is checked, rather than only an annotation.
    public init(mappings: [Mapping], dialect: Dialect, assertsFormats: Bool) {
        self.mappings = mappings
        self.dialect = dialect
        self.assertsFormats = assertsFormats
    }

    /// The schema (or settings form) in the file at `path`, and what is wrong with it.
    ///
    /// - Throws: `FileError` if a file cannot be read.
    public func compile(
        _ path: String
    ) throws(FileError) -> (schema: Schema?, diagnostics: [Diagnostic]) {
        let (open, findings) = try open(path)
        guard let open else { return (nil, findings) }
        let (schema, found) = try compile(open)
        return (schema, SchemaText.disclose(schema, open.files, found))
    }

    /// Compiles a schema that was read. Findings may quote text that is to be hidden.
    func compile(
        _ open: OpenSchema
    ) throws(FileError) -> (schema: Schema?, diagnostics: [Diagnostic]) {
        if open.root.kind == .array { return SettingsForm.compile(open.root) }
        let compiler = SchemaCompiler(
            defaultDialect: dialect, assertsFormats: assertsFormats, load: open.load)
        let (schema, findings) = compiler.compile(open.root, baseURI: open.loader.baseURI)
        return (schema, findings.map(open.loader.explained) + open.files.takeDiagnostics())
    }

    func mapped(_ uri: String, _ files: ReferencedFiles) -> Node? {
        for path in mappings.compactMap({ $0.path(of: uri) }) {
            do throws(FileError) {
                guard try Folder.kind(of: path) == .file, let file = try OpenFile.open(path) else {
                    continue
                }
                return files.mapped(try Folder.resolved(path), file)
            } catch {
                files.note(error)
            }
        }
        return nil
    }
}
