import Documents
import Files
import JSONSchema
import SchemaLint
import SourceText

/// The compiled settings schemas of the connectors.
struct SettingsSchemas {
    /// By the connector's identifier; none where the schema is faulty or not given.
    private(set) var schemas: [String: Schema] = [:]
    /// The files that these schemas refer to, by their paths, by the connector's identifier.
    private(set) var referenced: [String: [ExactText: Node]] = [:]

    static func compile(
        _ model: Model, _ files: ReferencedFiles, _ options: Configuration.Options
    ) throws(FileError) -> (SettingsSchemas, [Diagnostic]) {
        var result = SettingsSchemas()
        var diagnostics: [Diagnostic] = []
        for connector in model.connectors {
            guard let node = connector.settingsSchema else { continue }
            let (schema, found, findings) = try compile(node, of: connector, files, options)
            diagnostics += findings
            if let schema, result.schemas[connector.id] == nil {
                result.schemas[connector.id] = schema
                result.referenced[connector.id] = found
            }
        }
        return (result, diagnostics)
    }

    private static func compile(
        _ node: Node, of connector: Connector, _ files: ReferencedFiles,
        _ options: Configuration.Options
    ) throws(FileError) -> (schema: Schema?, found: [ExactText: Node], diagnostics: [Diagnostic]) {
        if node.kind == .array {
            let (schema, diagnostics) = SettingsForm.linted(node)
            return (schema, [:], diagnostics)
        }
        let loader = try SchemaLoader(for: node, files)
        let asserts = connector.formatAssertion ?? options.assertsFormats
        let compiler = SchemaCompiler(assertsFormats: asserts, load: loader.document)
        let (schema, findings) = compiler.compile(node, baseURI: loader.baseURI)
        let lint = SchemaLint.findings(
            in: node, baseURI: loader.baseURI,
            formats: asserts ? .checked : connector.formatAssertion == nil ? .undecided : .noted,
            load: loader.document)
        let diagnostics = (findings + lint).map(loader.explained).map { finding in
            finding.code == .schemaFormatUnchecked ? unchecked(finding, connector) : finding
        }
        return (schema, loader.found, diagnostics + files.takeDiagnostics())
    }

    /// The note about formats that are not checked, at the connector that could say that they are.
    private static func unchecked(_ finding: Diagnostic, _ connector: Connector) -> Diagnostic {
        let keys = ["jsonSchema", "jsonSchemaFile"]
        guard let key = keys.lazy.compactMap({ connector.node.member($0)?.key }).first else {
            return finding
        }
        return Diagnostic(
            finding.code, finding.message, at: key.span, pointer: key.pointer,
            hint:
                "write `formatAssertion: true` in the connector to check formats, or `false` not to",
            notes: [.init("the first format is here", at: finding.span)])
    }
}
