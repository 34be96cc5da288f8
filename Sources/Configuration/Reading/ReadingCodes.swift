public import SourceText

extension DiagnosticCode {
    /// A named file holds a document that does not say that it is ours.
    public static let apiVersionMissing = DiagnosticCode(
        "api-version-missing", .error,
        reason: "A file that is named on the command line must hold configuration documents, and "
            + "each of them must say `apiVersion: connectorctl/v1` at its top level. (In a "
            + "folder, documents without it are ignored.)",
        remedy: "Add `apiVersion: connectorctl/v1`, or do not name the file.")

    /// A version that this program does not know.
    public static let apiVersionUnsupported = DiagnosticCode(
        "api-version-unsupported", .error,
        reason: "The document is written in a version of the format that this program does not "
            + "know, so it cannot tell what the document means.",
        remedy: "Write `apiVersion: connectorctl/v1`, or use a program that knows the version.")

    /// A document that does not say what it describes.
    public static let kindMissing = DiagnosticCode(
        "kind-missing", .error,
        reason: "`kind` says what a document describes and which keys it may have.",
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
