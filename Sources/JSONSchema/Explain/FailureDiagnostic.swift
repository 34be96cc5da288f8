import Documents
public import SourceText

extension Failure {
    /// The finding about it, at the offending node; where a key is missing, where its object begins.
    ///
    /// - Parameters:
    ///   - message: what is said of it; nil for its own words.
    ///   - pointer: that of the node that may be named; nil for the offending one.
    ///   - hint: what is said instead of its own hint.
    ///   - rule: what a note says that points to the schema; nil for no note.
    public func diagnostic(
        _ code: DiagnosticCode, _ message: String? = nil, pointer: String? = nil,
        hint: String? = nil, rule: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            code, message ?? self.message,
            at: instance.alias ?? (keyword == "required" ? instance.start : instance.span),
            pointer: pointer ?? instance.pointer, hint: hint ?? self.hint,
            notes: (rule.map { [.init($0, at: schema.span)] } ?? []) + instance.origin)
    }
}
