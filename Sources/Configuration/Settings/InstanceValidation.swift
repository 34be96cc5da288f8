import Documents
import Files
public import JSONSchema
public import SourceText

extension DiagnosticCode {
    /// A document that a schema refuses.
    public static let instanceInvalid = DiagnosticCode(
        "instance-invalid", .error,
        reason: "`schema validate` holds documents to a schema; this one breaks the rule that the "
            + "note points to.",
        remedy: "Change the document, or the schema if its rule is wrong.")
}

/// Holds documents of any kind to a schema.
public enum InstanceValidation {
    /// What is wrong with the documents in `source`, by the ending of its name JSON or YAML.
    public static func check(_ source: SourceText, _ schema: Schema) -> [Diagnostic] {
        let (documents, findings) = SourceFile.documents(in: source)
        if findings.contains(where: { $0.severity == .error }) { return findings }
        return findings + documents.flatMap { schema.failures(of: $0.root).map(diagnostic) }
    }

    private static func diagnostic(_ failure: Failure) -> Diagnostic {
        Diagnostic(
            .instanceInvalid, SettingsValidation.message(failure),
            at: failure.keyword == "required" ? failure.instance.start : failure.instance.span,
            pointer: failure.instance.pointer, hint: failure.hint,
            notes: [.init("the schema's rule is here", at: failure.schema.span)])
    }
}
