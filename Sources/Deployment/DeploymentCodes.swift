public import SourceText

/// The refusals of this floor, for the catalogue that `connectorctl explain-code` prints.
public enum DeploymentCodes {
    /// Every code of this stage.
    public static let all: [DiagnosticCode] = [.connectorInUse, .connectorSchemaInUse]
}

extension DiagnosticCode {
    /// A connector that is to be deleted has payment methods.
    public static let connectorInUse = DiagnosticCode(
        "connector-in-use", .error,
        reason: "A connector that has payment methods cannot be deleted: their payments would lead "
            + "nowhere.",
        remedy: "Delete the payment methods, too, or give them another connector first.")

    /// The schema of a connector with payment methods is to be changed.
    public static let connectorSchemaInUse = DiagnosticCode(
        "connector-schema-in-use", .error,
        reason:
            "The settings of payment methods are stored, and a schema that they do not fit would "
            + "make them invalid. The platform itself refuses every change of a schema in use, as does "
            + "--strict-platform.",
        remedy:
            "Change the stored settings first so that they fit the old schema and the new one, or "
            + "create a connector with the new schema and move the payment methods to it.")
}
