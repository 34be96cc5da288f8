public import Documents
public import JSONSchema
public import SourceText

extension SettingsForm {
    /// Compiles a form as `compile` does, with what is questionable in it among the findings.
    public static func linted(_ form: Node) -> (schema: Schema?, diagnostics: [Diagnostic]) {
        let (schema, diagnostics) = compile(form)
        return (schema, diagnostics + SchemaLint.findings(in: form))
    }
}
