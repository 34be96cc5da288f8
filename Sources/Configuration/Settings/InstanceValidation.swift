import Documents
import Files
public import JSONSchema
public import SourceText

extension DiagnosticCode {
    /// A document that a schema refuses.
    public static let instanceInvalid = DiagnosticCode(
        "instance-invalid", .error,
        reason: "`schema validate` checks documents against a schema; this one breaks the rule "
            + "that the note points to.",
        remedy: "Change the document, or the schema if its rule is wrong.")
}

/// Checks documents of any kind against a schema.
public enum InstanceValidation {
    /// What is wrong with the documents in `source`: JSON or YAML, by the extension of its name.
    ///
    /// If the schema calls anything secret, the source hides that from here on, and what the schema does
    /// not declare.
    public static func check(_ source: SourceText, _ schema: Schema) -> [Diagnostic] {
        let (documents, findings) = SourceFile.documents(in: source)
        let roots = documents.map(\.root)
        let isReadable = !findings.contains { $0.severity == .error }
        hide(in: source, isReadable ? roots : [], schema)
        let failures = isReadable ? roots.flatMap { Self.failures(of: $0, schema) } : []
        return Redaction.redacted(findings, in: roots) + failures
    }

    /// Hides what of the documents in `source` must not be shown; all of it, if it cannot be read.
    private static func hide(in source: SourceText, _ roots: [Node], _ schema: Schema) {
        guard schema.hasSecrets else { return }
        var hidden: [SourceRange] = []
        var position = 0
        for root in roots {
            let end = max(position, root.span.range.end)
            let disclosure = schema.disclosure(of: root, hiding: .undeclaredBesideSecrets)
            hidden += RegionText(source, position..<end, root, disclosure).hidden
            position = end
        }
        source.hide(
            hidden + UnreadText(source, in: position..<source.bytes.count, isDocument: false).hidden
        )
    }

    private static func failures(of root: Node, _ schema: Schema) -> [Diagnostic] {
        let failures = schema.failures(of: root, hiding: .undeclaredBesideSecrets)
        if failures.isEmpty { return [] }
        let disclosure = schema.disclosure(of: root, hiding: .undeclaredBesideSecrets)
        return failures.map { failure in
            failure.diagnostic(
                .instanceInvalid, SettingsValidation.message(failure, disclosure),
                pointer: disclosure.shownAncestor(of: failure.instance).pointer,
                rule: "the schema's rule is here")
        }
    }
}
