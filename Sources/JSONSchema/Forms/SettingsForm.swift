public import Documents
public import SourceText

/// The settings form: an ordered list of fields, the second dialect of a connector's `jsonSchema`.
///
/// A form becomes the same instructions as the JSON Schema that it stands for (an object with the
/// fields as its only properties), so that one engine validates both; what its failures call the
/// schema are the form's own nodes.
public enum SettingsForm {
    /// Compiles the form `form`, an array of fields. There is no schema where there are errors.
    public static func compile(_ form: Node) -> (schema: Schema?, diagnostics: [Diagnostic]) {
        var reader = FormReader()
        let fields = reader.read(form)
        var diagnostics = reader.diagnostics
        var lowering = FormLowering()
        let root = lowering.lower(fields, of: form)
        diagnostics += lowering.patterns.diagnostics
        let code = Code(lowering.program)
        for (field, block) in zip(fields, lowering.blocks) {
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
