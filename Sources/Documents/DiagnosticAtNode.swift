package import SourceText

extension Diagnostic {
    /// A finding about `node`, where it is used: a value that an alias repeats is written elsewhere, as a note
    /// then says.
    package init(
        _ code: DiagnosticCode, _ message: String, at node: Node, hint: String? = nil,
        notes: [Note] = []
    ) {
        self.init(
            code, message, at: node.alias ?? node.span, pointer: node.pointer, hint: hint,
            notes: notes + node.origin)
    }
}

extension Node {
    /// Where a value is written that an alias repeats.
    package var origin: [Diagnostic.Note] {
        alias == nil ? [] : [.init("the value is written here", at: span)]
    }
}
