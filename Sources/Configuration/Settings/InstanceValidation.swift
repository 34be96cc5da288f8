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

    /// A file without a document.
    public static let instanceEmpty = DiagnosticCode(
        "instance-empty", .error,
        reason:
            "A file without a document has nothing that could be checked: the program that writes "
            + "it may have failed, or its name may be wrong.",
        remedy: "Write a document, or leave the file out.")
}

/// Checks documents of any kind against a schema.
public struct InstanceValidation {
    /// What is wrong with the documents so far.
    public private(set) var diagnostics: [Diagnostic] = []
    /// How many documents there are.
    public private(set) var documentCount = 0

    public init() {}

    /// Checks the documents in `source`: JSON or YAML, by the extension of its name.
    ///
    /// If the schema calls anything secret, the source hides that from here on, and what the schema does
    /// not declare.
    ///
    /// - Parameter most: how many findings are described; the others are counted.
    public mutating func check(_ source: SourceText, _ schema: Schema, most: Int) {
        let (documents, findings) = SourceFile.documents(in: source, most: most)
        let roots = documents.map(\.root)
        let isReadable = !findings.contains { $0.severity == .error }
        Self.hide(in: source, isReadable ? roots : [], schema)
        diagnostics += Redaction.redacted(findings, in: roots)
        documentCount += roots.count
        guard isReadable else { return }
        if roots.isEmpty { diagnostics.append(Self.empty(source)) }
        for root in roots { diagnostics += Self.failures(of: root, schema, most) }
    }

    /// The finding about a file without a document.
    public static func empty(_ source: SourceText) -> Diagnostic {
        Diagnostic(.instanceEmpty, emptyMessage, at: source.span(SourceRange(at: 0)))
    }

    public static let emptyMessage = "the file holds no document, so there is nothing to check"

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

    private static func failures(of root: Node, _ schema: Schema, _ most: Int) -> [Diagnostic] {
        let failures = schema.failures(of: root, hiding: .undeclaredBesideSecrets, most: most)
        if failures.first.isEmpty && failures.others == 0 { return [] }
        let disclosure = schema.disclosure(of: root, hiding: .undeclaredBesideSecrets)
        let others = Diagnostic.others(
            failures.others, .instanceInvalid, in: root.document.source)
        return others
            + failures.first.map { failure in
                failure.diagnostic(
                    .instanceInvalid, SettingsValidation.message(failure, disclosure),
                    pointer: disclosure.shownAncestor(of: failure.instance).pointer,
                    rule: "the schema's rule is here")
            }
    }
}
