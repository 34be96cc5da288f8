import Documents
import JSONSchema
import SchemaLint
public import SourceText

extension DiagnosticCode {
    /// A secret is written in the configuration itself.
    public static let secretInPlainText = DiagnosticCode(
        "secret-in-plain-text", .warning,
        reason: "The connector's schema says that this setting is secret (`writeOnly`, `format: "
            + "password`, or a field of the type password), or no schema declares it and its "
            + "name is that of a credential; but its value is written in a file that many people "
            + "read and version control keeps forever.",
        remedy:
            "Write {$env: NAME} or {$file: path}, and change the secret at the gateway. Declare a "
            + "setting that is not secret in the connector's schema, with `writeOnly: false` if "
            + "its name sounds like a secret.")
}

/// Rule: a secret is in the configuration only as a reference.
enum PlainSecrets {
    static func check(_ disclosure: ConfigurationDisclosure) -> [Diagnostic] {
        disclosure.settings.flatMap(findings)
            + disclosure.literals.filter { isValue($0) && holdsLiteral($0) }.map(inSchema)
    }

    private static func findings(_ settings: ConfigurationDisclosure.Settings) -> [Diagnostic] {
        settings.disclosure.hidden.compactMap { node, reason in
            guard !node.record.flags.contains(.key), holdsLiteral(node) else { return nil }
            if let finding = misspelt(node, reason) { return finding }
            switch reason {
            case .secret:
                return finding(node, "is secret, but is written here in plain text", hint: "")
            case .undeclared:
                guard soundsSecret(node) else { return nil }
                return finding(
                    node, "sounds like a secret, but is written here in plain text",
                    hint: "; or declare it in the connector's jsonSchema if it is not secret")
            }
        }
    }

    /// What is said of `${NAME}` and `{env: NAME}`; of a setting that may not be secret, as long as it sounds so.
    private static func misspelt(_ node: Node, _ reason: Disclosure.Reason) -> Diagnostic? {
        guard reason == .secret || soundsSecret(node) else { return nil }
        if MisspeltReference.isObject(node) {
            return finding(
                node, "is not a reference to a secret, but plain text", hint: misspelling)
        }
        guard MisspeltReference.isText(node.string ?? "") else { return nil }
        return finding(
            node, "looks like a variable, but nothing replaces it: it is plain text",
            hint: ", without quotes")
    }

    /// How a reference must be spelt.
    static let misspelling = ", with the dollar sign, in small letters"

    private static func finding(_ node: Node, _ what: String, hint: String) -> Diagnostic {
        // Where it is written, however many aliases repeat it.
        Diagnostic(
            .secretInPlainText, "\(FormatFailure.subject(node)) \(what)", at: node.span,
            pointer: node.pointer, hint: "write {$env: NAME} or {$file: path}" + hint)
    }

    /// Whether the schema has it as a value; what is hidden for other reasons may be an annotation.
    private static func isValue(_ node: Node) -> Bool {
        let keys = [node.key, node.parent?.key].compactMap { $0?.string }
        return keys.contains { key in SchemaLiterals.keywords.contains { $0.name == key } }
    }

    private static func inSchema(_ node: Node) -> Diagnostic {
        Diagnostic(
            .secretInPlainText, "this value of a secret setting is written here in plain text",
            at: node, hint: "leave it out of the schema, and give each payment method its own")
    }

    /// Whether a text or number is at `node` or below it: other values give nothing away.
    private static func holdsLiteral(_ node: Node) -> Bool {
        (node.index..<Int(node.record.next)).contains { index in
            let value = Node(document: node.document, index: index)
            let isLiteral = value.kind == .string || value.kind == .number
            return isLiteral && !value.isOpaque && !value.record.flags.contains(.key)
                && value.record.length > 0 && !(value.key.map(isSource) ?? false)
        }
    }

    /// Whether the value of this key says where a secret is, rightly or not.
    private static func isSource(_ key: Node) -> Bool {
        key.hasText(SecretReference.environmentKey) || key.hasText(SecretReference.fileKey)
    }

    /// Whether the name of an undeclared setting, or of something in it, is that of a credential.
    static func soundsSecret(_ node: Node) -> Bool {
        let inner = (node.index..<Int(node.record.next)).lazy
            .map { Node(document: node.document, index: $0) }
            .filter { $0.record.flags.contains(.key) }
        let names = [node.key ?? node.parent?.key].compactMap { $0?.string }
        return names.contains(where: CredentialWords.describe)
            || inner.contains { CredentialWords.describe($0.string ?? "") }
    }
}
