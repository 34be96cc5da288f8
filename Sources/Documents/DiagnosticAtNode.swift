package import SourceText

extension Diagnostic {
    /// A finding about `node`.
    package init(
        _ code: DiagnosticCode, _ message: String, at node: Node, hint: String? = nil,
        notes: [Note] = []
    ) {
        self.init(
            code, message, at: node.span, pointer: node.pointer, hint: hint, notes: notes)
    }
}
