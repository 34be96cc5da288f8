import Documents
import JSONSchema
public import SourceText

extension DiagnosticCode {
    /// A setting looks like a variable of another tool.
    public static let variableNotReplaced = DiagnosticCode(
        "variable-not-replaced", .note,
        reason:
            "The setting looks like a variable that a shell, Helm or a build system would replace, "
            + "such as ${NAME} or {{ name }}. Nothing replaces it here: the gateway gets the text as "
            + "it is.",
        remedy: "Write {$env: NAME}, without quotes, for the value of an environment variable, or "
            + "{$file: path} for that of a file. If the gateway itself replaces the text, leave it."
    )
}

/// Rule: a setting, secret or not, looks like a variable that another tool would replace.
enum UnreplacedVariables {
    static func check(_ disclosure: ConfigurationDisclosure) -> [Diagnostic] {
        disclosure.settings.flatMap { settings in
            (settings.node.index..<Int(settings.node.record.next)).compactMap { index in
                finding(Node(document: settings.node.document, index: index), settings.disclosure)
            }
        }
    }

    private static func finding(_ node: Node, _ disclosure: Disclosure) -> Diagnostic? {
        guard node.kind == .string, !node.isOpaque, !node.record.flags.contains(.key),
            node.withText({ $0.first.map(signs.contains) ?? false }), let text = node.string,
            MisspeltReference.isText(text), !disclosure.isInsideHidden(node)
        else { return nil }
        // That of a secret is a finding already.
        let reason = disclosure.reason(hiding: node)
        guard reason == nil || reason == .undeclared && !PlainSecrets.soundsSecret(node) else {
            return nil
        }
        return Diagnostic(
            .variableNotReplaced,
            "\(FormatFailure.subject(node)) looks like a variable, but nothing replaces it",
            at: node,
            hint: "write {$env: NAME} to take it from the environment")
    }

    /// What a variable begins with.
    private static let signs = Set("${e".utf8)
}
