import Documents
import Files
import JSONSchema
import SourceText

/// The compiled settings schemas of the connectors.
struct SettingsSchemas {
    /// By the connector's identifier; none where the schema is faulty or not given.
    private(set) var schemas: [String: Schema] = [:]

    static func compile(
        _ model: Model, _ files: ReferencedFiles
    ) throws(FileError) -> (SettingsSchemas, [Diagnostic]) {
        var result = SettingsSchemas()
        var diagnostics: [Diagnostic] = []
        for connector in model.connectors {
            guard let node = connector.settingsSchema else { continue }
            let (schema, findings) = try compile(node, files)
            diagnostics += findings
            if let schema, result.schemas[connector.id] == nil {
                result.schemas[connector.id] = schema
            }
        }
        return (result, diagnostics)
    }

    private static func compile(
        _ node: Node, _ files: ReferencedFiles
    ) throws(FileError) -> (schema: Schema?, diagnostics: [Diagnostic]) {
        if node.kind == .array { return SettingsForm.linted(node) }
        let loader = try SchemaLoader(for: node, files)
        let compiler = SchemaCompiler(load: loader.document)
        let (schema, findings) = compiler.compile(node, baseURI: loader.baseURI)
        let lint = SchemaLint.findings(
            in: node, baseURI: loader.baseURI, load: loader.document)
        return (schema, (findings + lint).map(loader.explained) + files.takeDiagnostics())
    }
}
