package import SourceText

/// One reason why an event is invalid.
package struct EventFinding {
    package let code: DiagnosticCode
    package let message: String
    package let hint: String?
    /// Where in the text it is wrong.
    package let text: ByteSlice
    /// The field, if one is to blame.
    package let field: EventField?

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
