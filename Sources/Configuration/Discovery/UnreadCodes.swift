package import Files
public import SourceText

extension DiagnosticCode {
    /// A file or folder cannot be read.
    public static let fileUnreadable = DiagnosticCode(
        "file-unreadable", .error,
        reason:
            "A file or folder that may belong to the configuration could not be read. Everything else "
            + "was checked, but what is in it is unknown, so the exit code is 2, and nothing is "
            + "deployed.",
        remedy: "Let the user who runs the program read it, or name folders that do not hold it.")

    /// The name of a file or folder is not UTF-8.
    public static let fileNameNotUTF8 = DiagnosticCode(
        "file-name-not-utf8", .error,
        reason:
            "The name of a YAML file or of a folder is not UTF-8, so that it cannot be read. If it were "
            + "passed over, what it describes would seem to be deleted. The exit code is 2.",
        remedy: "Rename it. In messages, `\\xE9` is the byte with this number.")

    /// A configuration exceeds a limit.
    public static let configurationTooLarge = DiagnosticCode(
        "configuration-too-large", .error,
        reason:
            "There are more files below the paths of the configuration, or more bytes in those that belong "
            + "to it, than are held in memory (spec/limits.md). The rest was not looked at, so the exit "
            + "code is 2.",
        remedy: "Name the folder that holds the configuration, or split the installation.")

    /// Whether it means that something was not checked. The exit code is then 2, whatever else was found.
    public var isAboutUnread: Bool {
        self == .fileUnreadable || self == .fileNameNotUTF8 || self == .configurationTooLarge
    }
}

extension FileError {
    /// Whether something is there that cannot be read. Another path may have been meant if nothing is.
    package var isUnreadable: Bool {
        ![POSIX.notThere, POSIX.notAFolder].contains { cause == .system($0) }
    }
}

extension Diagnostic {
    /// What could not be read, as a finding about itself.
    package static func unreadable(_ error: FileError) -> Diagnostic {
        let source = SourceText.withoutText(path: error.path)
        return Diagnostic(
            .fileUnreadable, error.message, at: source.span(SourceRange(at: 0)), hint: hint(error))
    }

    /// The same, of a file that the document at `span` names.
    static func unreadable(
        _ error: FileError, at span: SourceSpan, pointer: String?
    ) -> Diagnostic {
        Diagnostic(
            .fileUnreadable, error.message, at: span, pointer: pointer, hint: hint(error))
    }

    private static func hint(_ error: FileError) -> String? {
        guard error.cause == .system(POSIX.accessDenied) else { return nil }
        return "let the user who runs this program read it, or name folders that do not hold it"
    }

    /// - Parameter path: the folder below which the limit is exceeded.
    static func tooManyFiles(upTo path: String, _ limits: ConfigurationLimits) -> Diagnostic {
        let source = SourceText.withoutText(path: path)
        return Diagnostic(
            .configurationTooLarge,
            "there are more YAML files up to those below `\(path)` than the limit of \(limits.files)",
            at: source.span(SourceRange(at: 0)),
            hint: "name the folder that holds the configuration")
    }

    /// - Parameter source: the file that exceeds the limit.
    static func tooManyBytes(_ source: SourceText, _ limits: ConfigurationLimits) -> Diagnostic {
        Diagnostic(
            .configurationTooLarge,
            "the files of the configuration up to this one have more than the limit of "
                + "\(limits.documentBytes) bytes",
            at: source.span(SourceRange(at: 0)),
            hint: "name the folder that holds the configuration, or split the installation")
    }

    /// - Parameter path: with the bytes of the name that are not ASCII escaped.
    static func nameNotUTF8(_ path: String, _ kind: Folder.Kind) -> Diagnostic {
        let source = SourceText.withoutText(path: path)
        let noun = kind == .folder ? "folder" : "file"
        return Diagnostic(
            .fileNameNotUTF8, "the name of the \(noun) `\(path)` is not UTF-8",
            at: source.span(SourceRange(at: 0)), hint: "rename the \(noun)")
    }
}
