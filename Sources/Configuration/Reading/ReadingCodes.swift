public import SourceText

extension DiagnosticCode {
    /// A document that must be ours does not say that it is.
    public static let apiVersionMissing = DiagnosticCode(
        "api-version-missing", .error,
        reason:
            "Each document of a configuration must say `apiVersion: connectorctl/v1` at its top "
            + "level. This one does not, but it is in a file that the command line names, or that "
            + "holds documents of the configuration, or it looks like one. (Other YAML in a folder "
            + "is ignored.) A document that is passed over is one that `plan` offers to delete.",
        remedy: "Add `apiVersion: connectorctl/v1`, or correct its spelling. Move a document of "
            + "another tool to a file of its own.")

    /// A version that this program does not know.
    public static let apiVersionUnsupported = DiagnosticCode(
        "api-version-unsupported", .error,
        reason:
            "The value of `apiVersion` is misspelt, or a version of the format that this program "
            + "does not know, so it cannot tell what the document means.",
        remedy: "Write `apiVersion: connectorctl/v1`, or use a program that knows the version.")

    /// A document that does not say what it describes.
    public static let kindMissing = DiagnosticCode(
        "kind-missing", .error,
        reason: "`kind` says what a document describes and which keys it may have. Here it is not "
            + "there, or has no value.",
        remedy: "Add `kind: Installation`, `Connector`, `PaymentMethod` or `Scenario`.")

    /// A document of a kind that does not exist.
    public static let kindUnknown = DiagnosticCode(
        "kind-unknown", .error,
        reason: "The only kinds are Installation, Connector, PaymentMethod and Scenario, spelt "
            + "exactly like this.",
        remedy: "Correct the kind.")

    /// There is nothing to check.
    public static let configurationEmpty = DiagnosticCode(
        "configuration-empty", .error,
        reason: "No document with `apiVersion: connectorctl/v1` was found in any *.yaml or *.yml "
            + "file; most likely the path is wrong. A check that looks at nothing would always "
            + "pass.",
        remedy: "Name the folder that holds the configuration, and make sure that its documents "
            + "begin with `apiVersion: connectorctl/v1`.")
}
