public import Documents
public import SourceText

/// The settings form: an ordered list of fields, the second dialect of a connector's `jsonSchema`.
///
/// A form is compiled as the JSON Schema that means the same: an object with the fields as its only
/// properties. What its failures call the schema are the form's own nodes.
public enum SettingsForm {
    /// Compiles the form `form`, an array of fields. If there are errors, there is no schema.
    public static func compile(_ form: Node) -> (schema: Schema?, diagnostics: [Diagnostic]) {
        var reader = FormReader()
        let fields = reader.read(form)
        var diagnostics = reader.diagnostics
        let schema = FormSchema(fields, of: form, marksSecrets: true)
        let registry = SchemaRegistry(defaultDialect: .draft2020) { _ in nil }
        var lowering = Lowering(registry: registry, assertsFormats: false)
        lowering.patterns.sources = schema.sources
        let root = lowering.lowerDocument(schema.root, at: "form:")
        diagnostics += lowering.patterns.diagnostics
        let blocks = schema.fields.map { field in
            lowering.block(for: SchemaLocation(node: field, resource: 0), isTracked: false)
        }
        lowering.program.relocate(to: schema.sources)
        let code = Code(lowering.program)
        for (field, block) in zip(fields, blocks) {
            diagnostics += defaultFindings(of: field, Schema(code, root: block))
        }
        let isUsable = !diagnostics.contains { $0.severity == .error }
        return (isUsable ? Schema(code, root: root) : nil, diagnostics)
    }

    private static func defaultFindings(of field: FormField, _ schema: Schema) -> [Diagnostic] {
        guard let value = field.defaultValue else { return [] }
        return schema.failures(of: value).map {
            .schema(
                .settingsFormInvalid, "the default is not valid: it \($0.message)",
                at: $0.instance, hint: $0.hint)
        }
    }
}

/// A field of a form, as far as it could be read.
struct FormField {
    let key: Node
    let type: FieldType
    let typeNode: Node
    var isRequired = false
    var defaultValue: Node?
    var options: Node?
    /// The values of the options.
    var values: [Node] = []
    var pattern: Node?
    var minLength: Node?
    var maxLength: Node?
}

/// What a field asks for.
enum FieldType: String, CaseIterable {
    case string, password, text, select, radio, checkbox

    /// Whether the value is free text.
    var isText: Bool { self == .string || self == .password || self == .text }
}
