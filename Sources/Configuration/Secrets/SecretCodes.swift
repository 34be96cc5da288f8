public import SourceText

/// What keeps a secret from being read when it is deployed.
extension DiagnosticCode {
    /// The environment does not hold a secret.
    public static let secretUnset = DiagnosticCode(
        "secret-unset", .error,
        reason: "The reference names an environment variable that is not set or is empty. An empty "
            + "one counts as not set, because that is what a missing secret looks like in many "
            + "CI systems.",
        remedy: "Set the variable where the command runs, or correct its name.")

    /// A file does not hold a secret.
    public static let secretUnreadable = DiagnosticCode(
        "secret-unreadable", .error,
        reason: "A secret is text. The file or variable that the reference names does not hold "
            + "any: it cannot be read, is not a regular file, is empty or too large, or is not "
            + "UTF-8.",
        remedy: "Give a file of at most 64 KiB that holds the secret alone, with or without a line "
            + "end after it. Write binary secrets in the way that the gateway expects, such as "
            + "Base64.")
}
