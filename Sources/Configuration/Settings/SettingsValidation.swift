import Documents
import JSONSchema
public import SourceText

extension DiagnosticCode {
    /// Settings that a connector does not accept.
    public static let settingsInvalid = DiagnosticCode(
        "settings-invalid", .error,
        reason: "The settings of a payment method must be valid under its connector's jsonSchema. "
            + "With others, the gateway would refuse every payment.",
        remedy: "Change the settings as the message says; the note shows the rule of the schema. "
            + "If the rule is wrong, change the connector's jsonSchema.")
}

/// Checks the settings of payment methods against the schemas of their connectors.
enum SettingsValidation {
    static func check(
        _ model: Model, _ schemas: SettingsSchemas, _ disclosure: ConfigurationDisclosure,
        _ texts: ConfigurationTexts
    ) -> [Diagnostic] {
        let checked = model.methods.compactMap { CheckedSettings($0, model, schemas) }
        // Whether an alias made a value secret is asked of its source.
        texts.disclose(checked.flatMap(\.failures).map(\.instance.document.source))
        return checked.flatMap { checked -> [Diagnostic] in
            if checked.failures.isEmpty { return checked.shadows }
            let shown = disclosure.disclosure(of: checked.settings, checked.connector)
            return checked.shadows + checked.failures.map { diagnostic($0, shown) }
        }
    }

    private static func diagnostic(_ failure: Failure, _ disclosure: Disclosure) -> Diagnostic {
        let node = failure.instance
        if failure.keyword == "type", MisspeltReference.isObject(node) {
            return misspeltReference(node, disclosure)
        }
        let isRepeated = isRepeatedSecret(node, disclosure)
        let message = message(failure, disclosure)
        return failure.diagnostic(
            .settingsInvalid, isRepeated ? masked(message, node) : message,
            pointer: disclosure.shownAncestor(of: node).pointer,
            hint: isRepeated ? failure.hint.map { QuotedText.masked($0) } : hint(failure),
            rule: "the connector's rule is here")
    }

    /// What the validator does not know: where settings are written, and that a pattern has the delimiters of
    /// another language.
    private static func hint(_ failure: Failure) -> String? {
        if failure.keyword == "required", failure.hint == nil {
            return failure.instance.parent == nil ? "give it below `settings:`" : nil
        }
        guard failure.keyword == "pattern", let pattern = failure.schema.string,
            pattern.utf8.first == UInt8(ascii: "/"), pattern.utf8.count > 2,
            ["/", "/i", "/g", "/u"].contains(where: pattern.hasSuffix)
        else { return nil }
        return "the slashes around the pattern are text: leave them out"
    }

    private static func misspeltReference(_ node: Node, _ disclosure: Disclosure) -> Diagnostic {
        let shown = disclosure.shownAncestor(of: node)
        return Diagnostic(
            .secretReferenceInvalid,
            "\(FormatFailure.subject(shown)) does not say where its value is", at: node.span,
            pointer: shown.pointer,
            hint: "write {$env: NAME} or {$file: path}" + PlainSecrets.misspelling)
    }

    /// Whether the value is hidden where it is written, though not where it is used: an alias made it secret.
    private static func isRepeatedSecret(_ node: Node, _ disclosure: Disclosure) -> Bool {
        disclosure.reason(hiding: node) == nil && node.span.isHidden
    }

    private static func masked(_ message: String, _ node: Node) -> String {
        QuotedText.masked(message) { $0 == node.key?.string }
    }

    /// What a failure says, with the key that it is about; of what is within a hidden value, only with
    /// the key of that.
    static func message(_ failure: Failure, _ disclosure: Disclosure) -> String {
        let shown = disclosure.shownAncestor(of: failure.instance)
        if shown.index != failure.instance.index {
            return "a value in \(FormatFailure.subject(shown)) \(failure.message)"
        }
        switch failure.keyword {
        case "required", "dependentRequired", "additionalProperties", "unevaluatedProperties":
            return failure.message
        default: return FormatFailure.subject(failure.instance) + " " + failure.message
        }
    }
}

/// What is wrong with the settings of one payment method.
private struct CheckedSettings {
    let settings: Node
    let connector: String
    /// Settings that its connector gives already.
    let shadows: [Diagnostic]
    let failures: [Failure]

    /// Nil where nobody can say what the settings should be.
    init?(_ method: PaymentMethod, _ model: Model, _ schemas: SettingsSchemas) {
        guard method.hasSoundSettings, let connector = model.connector(method.connector) else {
            return nil
        }
        let shadows = ShadowedSettings(method, connector)
        settings = method.settings ?? Self.noSettings(of: method)
        self.connector = connector.id
        self.shadows = shadows.diagnostics
        failures =
            schemas.schemas[connector.id]?.failures(of: settings, hiding: .undeclared)
            .filter { !shadows.keys.contains($0.instance.index) } ?? []
    }

    /// The settings of a method that gives none: `{}`, where the document begins.
    private static func noSettings(of method: PaymentMethod) -> Node {
        let document = method.node.document
        var builder = DocumentBuilder(source: document.source)
        let start = method.node.start.range
        builder.begin(.object, at: start.start)
        builder.endContainer(at: start.end)
        return builder.finish().root
    }
}
