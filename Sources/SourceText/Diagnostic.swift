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
    /// How many findings this counts that are not described; 0 for a finding.
    public let others: Int

    /// A second location that explains the finding, such as the first of two equal keys.
    public struct Note: Sendable {
        public let message: String
        public let span: SourceSpan?

        public init(_ message: String, at span: SourceSpan? = nil) {
            self.message = Diagnostic.shown(message)
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
        self.message = Self.shown(message)
        self.span = span
        self.pointer = pointer.map(Self.cut)
        self.hint = hint.map(Self.shown)
        self.notes = notes
        others = 0
    }

    private init(others: Int, _ code: DiagnosticCode, in source: SourceText) {
        self.code = code
        severity = code.severity
        message = "\(others) more"
        span = source.span(SourceRange(at: source.bytes.count))
        pointer = nil
        hint = nil
        notes = []
        self.others = others
    }

    /// What counts findings of one kind that nobody will read, so that they need no memory; none for none.
    public static func others(
        _ count: Int, _ code: DiagnosticCode, in source: SourceText
    ) -> [Diagnostic] {
        count > 0 ? [Diagnostic(others: count, code, in: source)] : []
    }

    /// How many findings are described, unless the user asks for more.
    public static let mostDescribed = 1_000

    /// The bytes of one text: keys of the input may be of any length, and be named a thousand times.
    static let longestText = 4_000

    private static func shown(_ text: String) -> String { PrintableText.escaped(cut(text)) }

    private static func cut(_ text: String) -> String {
        guard text.utf8.count > longestText else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: longestText)
        while UTF8Bytes.isContinuation(text.utf8[end]) { end = text.utf8.index(before: end) }
        return "\(text[..<end])… (\(text.utf8.count) bytes)"
    }
}
