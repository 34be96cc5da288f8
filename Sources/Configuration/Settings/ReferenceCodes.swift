public import SourceText

extension DiagnosticCode {
    /// A document names a file that does not exist.
    public static let referencedFileNotFound = DiagnosticCode(
        "referenced-file-not-found", .error,
        reason:
            "The document names a file that does not exist, or something other than a file, such "
            + "as a folder or a pipe. Paths are relative to the file that names them.",
        remedy: "Correct the path, or add the file.")

    /// A document names a file that does not belong to the configuration.
    public static let referencedFileOutside = DiagnosticCode(
        "referenced-file-outside", .error,
        reason: "A configuration is complete in its folder: it can be moved, reviewed and checked "
            + "as a whole. Nothing outside it is read, not even through a link.",
        remedy: "Move or copy the file into the configuration, or name a folder that holds both.")
}
