public import SourceText

/// The refusals of this floor, for the catalogue that `connectorctl explain-code` prints.
public enum DeploymentCodes {
    /// Every code of this stage.
    public static let all: [DiagnosticCode] = [
        .connectorInUse, .connectorSchemaInUse, .secretUnfit,
    ]
}

extension DiagnosticCode {
    /// A connector that is to be deleted has payment methods.
    public static let connectorInUse = DiagnosticCode(
        "connector-in-use", .error,
        reason: "A connector that has payment methods cannot be deleted: their payments would have "
            + "nowhere to go.",
        remedy: "Delete the payment methods too, or give them another connector first.")

    /// The schema of a connector with payment methods is to be changed.
    public static let connectorSchemaInUse = DiagnosticCode(
        "connector-schema-in-use", .error,
        reason:
            "The settings of payment methods are stored, and a schema that they do not fit would "
            + "make them invalid. The platform itself refuses every change to a schema in use, "
            + "as does --strict-platform.",
        remedy:
            "Change the stored settings first so that they fit the old schema and the new one, or "
            + "create a connector with the new schema and move the payment methods to it.")

    /// A secret is there, but the schema refuses it.
    public static let secretUnfit = DiagnosticCode(
        "secret-unfit", .error,
        reason:
            "A reference to a secret may turn out to be any string, so its length or form can be "
            + "checked only when it is read. The connector's schema refuses what was found. "
            + "The message does not say what that is, because it is secret.",
        remedy: "Compare the secret with the rule that the note points to. Often the variable or "
            + "the file holds another secret, or one that was cut off.")
}
