package import Documents
package import SourceText

extension Diagnostic {
    /// A finding about a schema, at `node`.
    package static func schema(
        _ code: DiagnosticCode, _ message: String, at node: Node, hint: String? = nil,
        notes: [Note] = []
    ) -> Diagnostic {
        Diagnostic(
            code, message, at: node.span, pointer: node.pointer, hint: hint, notes: notes)
    }

    static func duplicateIdentifier(of node: Node, first: Node, uri: String) -> Diagnostic {
        let keyword = node["$id"] ?? node["id"] ?? node
        return schema(
            .schemaInvalid, "the identifier \"\(uri)\" belongs to another schema already",
            at: keyword,
            notes: [Note("the first schema with this identifier", at: first.span)])
    }

    static func duplicateAnchor(_ name: String, at node: Node, first: Node) -> Diagnostic {
        let keyword = node["$anchor"] ?? node["$dynamicAnchor"] ?? node
        return schema(
            .schemaInvalid, "the anchor \"\(name)\" belongs to another schema already", at: keyword,
            notes: [Note("the first schema with this anchor", at: first.span)])
    }

    static func unresolved(_ keyword: String, _ why: String, at node: Node, hint: String? = nil)
        -> Diagnostic
    {
        schema(
            .schemaReferenceUnresolved, "\"\(keyword)\" cannot be resolved: \(why)", at: node,
            hint: hint)
    }
}
