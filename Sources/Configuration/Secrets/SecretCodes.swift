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

    /// A secret in the environment ends in a line end.
    public static let secretLineEnd = DiagnosticCode(
        "secret-line-end", .warning,
        reason:
            "The environment variable ends in a line end, which is part of the secret. Most often it "
            + "comes from a file that was read as it is; `$file` leaves out one line end, `$env` none.",
        remedy: "Set the variable without the line end, as NAME=\"$(cat file)\" does, or write "
            + "{$file: path}.")

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
