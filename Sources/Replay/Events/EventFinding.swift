internal import SourceText

/// One reason why an event is invalid.
struct EventFinding {
    let code: DiagnosticCode
    let message: String
    let hint: String?
    /// Where in the text it is wrong.
    let text: ByteSlice
    /// The field, if one is to blame.
    let field: EventField?

    init(
        _ code: DiagnosticCode, _ message: String, hint: String? = nil, at text: ByteSlice,
        field: EventField? = nil
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.text = text
        self.field = field
    }
}
