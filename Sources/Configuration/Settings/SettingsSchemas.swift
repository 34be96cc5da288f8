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
        _ model: Model, _ files: ReferencedFiles
    ) throws(FileError) -> (SettingsSchemas, [Diagnostic]) {
        var result = SettingsSchemas()
        var diagnostics: [Diagnostic] = []
        for connector in model.connectors {
            guard let node = connector.settingsSchema else { continue }
            let (schema, found, findings) = try compile(node, files)
            diagnostics += findings
            if let schema, result.schemas[connector.id] == nil {
                result.schemas[connector.id] = schema
                result.referenced[connector.id] = found
            }
        }
        return (result, diagnostics)
    }

    private static func compile(
        _ node: Node, _ files: ReferencedFiles
    ) throws(FileError) -> (schema: Schema?, found: [ExactText: Node], diagnostics: [Diagnostic]) {
        if node.kind == .array {
            let (schema, diagnostics) = SettingsForm.linted(node)
            return (schema, [:], diagnostics)
        }
        let loader = try SchemaLoader(for: node, files)
        let compiler = SchemaCompiler(load: loader.document)
        let (schema, findings) = compiler.compile(node, baseURI: loader.baseURI)
        let lint = SchemaLint.findings(
            in: node, baseURI: loader.baseURI, load: loader.document)
        let diagnostics = (findings + lint).map(loader.explained) + files.takeDiagnostics()
        return (schema, loader.found, diagnostics)
    }
}
