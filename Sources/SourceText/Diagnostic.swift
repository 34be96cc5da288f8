/// How bad a finding is.
public enum Severity: String, Sendable, CaseIterable {
    /// The input cannot be used.
    case error
    /// The input can be used, but is probably not what was meant.
    case warning
    /// Something worth knowing.
    case note
}

/// A finding about input (`spec/diagnostics.md`). Collected, never thrown.
public struct Diagnostic: Sendable {
    public let code: DiagnosticCode
    public let severity: Severity
    /// What is wrong and what would be right, on one line.
    public let message: String
    /// Where it is wrong.
    public let span: SourceSpan
    /// The JSON Pointer (RFC 6901) of the offending node within its document, if it has one.
    public let pointer: String?
    /// What to write instead.
    public let hint: String?
    /// Other locations that the reader needs to see.
    public let notes: [Note]

    /// A second location that explains the finding, such as the first of two equal keys.
    public struct Note: Sendable {
        public let message: String
        public let span: SourceSpan?

        public init(_ message: String, at span: SourceSpan? = nil) {
            self.message = PrintableText.escaped(message)
            self.span = span
        }
    }

    /// Makes a finding; control and bidirectional characters in its texts are escaped here, once.
    public init(
        _ code: DiagnosticCode, _ message: String, at span: SourceSpan, pointer: String? = nil,
        hint: String? = nil, notes: [Note] = []
    ) {
        self.code = code
        self.severity = code.severity
        self.message = PrintableText.escaped(message)
        self.span = span
        self.pointer = pointer
        self.hint = hint.map(PrintableText.escaped)
        self.notes = notes
    }
}
