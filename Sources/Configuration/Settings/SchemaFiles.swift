import Documents
public import Files
public import JSONSchema
public import SourceText

/// Compiles schemas that stand in files of their own, for the `schema` commands.
public struct SchemaFiles: Sendable {
    /// Which URIs stand for what is in a folder.
    public struct Mapping: Sendable {
        let prefix: String
        let folder: String

        /// - Parameters:
        ///   - prefix: what the URIs begin with.
        ///   - folder: where the rest of such a URI is a path.
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
    ///   - assertsFormats: whether `format` is checked, not only noted.
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
        let files = ReferencedFiles(roots: ["/"], formats: FormatSchemas())
        let root = try files.content(named: path)
        if let failure = files.failure { throw failure }
        guard let root else { return (nil, files.takeDiagnostics()) }
        if root.kind == .array { return SettingsForm.compile(root) }
        let loader = try SchemaLoader(for: root, files)
        let compiler = SchemaCompiler(defaultDialect: dialect, assertsFormats: assertsFormats) {
            mapped($0, files) ?? loader.document($0) ?? PublishedFormat(uri: $0)?.document?.root
        }
        let (schema, findings) = compiler.compile(root, baseURI: loader.baseURI)
        if let failure = files.failure { throw failure }
        return (schema, findings.map(loader.explained) + files.takeDiagnostics())
    }

    func mapped(_ uri: String, _ files: ReferencedFiles) -> Node? {
        for mapping in mappings {
            guard let path = mapping.path(of: uri), let resolved = try? Folder.resolved(path),
                (try? Folder.kind(of: path)) == .file, let file = try? OpenFile.open(path)
            else { continue }
            return files.content(resolved, of: file)
        }
        return nil
    }
}
