import Documents
import JSONSchema
public import SourceText

extension DiagnosticCode {
    /// A secret stands in the configuration itself.
    public static let secretInPlainText = DiagnosticCode(
        "secret-in-plain-text", .warning,
        reason: "The connector's schema says that this setting is secret (`writeOnly`, `format: "
            + "password`, or a field of the type password), and its value stands in a file that "
            + "many people read and version control keeps forever.",
        remedy: "Write {$env: NAME} or {$file: path}, and change the secret at the gateway.")
}

/// Rule: a secret stands in the configuration only as a reference.
enum PlainSecrets {
    static func check(_ model: Model, _ schemas: SettingsSchemas) -> [Diagnostic] {
        let settings =
            model.connectors.map { ($0.staticSettings, $0.id) }
            + model.methods.map { ($0.settings, $0.connector) }
        return settings.flatMap { settings, connector -> [Diagnostic] in
            guard let settings, let schema = schemas.schemas[connector] else { return [] }
            return literals(in: settings, schema).map(finding)
        }
    }

    /// The literal values for secret settings.
    static func literals(in settings: Node, _ schema: Schema) -> [Node] {
        var end = -1
        return schema.secretNodes(in: settings).flatMap { secret -> [Node] in
            // What stands within another secret has been found with it.
            guard secret.index >= end else { return [] }
            end = Int(secret.record.next)
            return Literals.all(in: secret)
        }
    }

    private static func finding(_ literal: Node) -> Diagnostic {
        Diagnostic(
            .secretInPlainText,
            "\(FormatFailure.subject(literal)) is secret, and stands here in plain text",
            at: literal.span, pointer: literal.pointer,
            hint: "write {$env: NAME} or {$file: path}")
    }
}
