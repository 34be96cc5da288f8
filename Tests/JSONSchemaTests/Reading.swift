import Documents
import JSONSchema
import SourceText
import Testing

/// The root of a JSON text.
func json(_ text: String, path: String = "test.json") throws -> Node {
    try #require(JSONReader.read(SourceText(path: path, bytes: Array(text.utf8))).document).root
}

/// The compiled schema of a JSON text that has nothing wrong with it.
func compiled(_ text: String, _ dialect: Dialect = .draft2020) throws -> Schema {
    let compiler = SchemaCompiler(defaultDialect: dialect)
    let result = compiler.compile(try json(text, path: "schema.json"), baseURI: "test:schema")
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
    return try #require(result.schema)
}

/// A failure as one line: keyword, where in the instance, where in the schema, message and hint.
func line(_ failure: Failure) -> String {
    let hint = failure.hint.map { " [\($0)]" } ?? ""
    return "\(failure.keyword) at \(place(failure.instance)) by \(failure.schema.pointer): "
        + failure.message + hint
}

/// A finding as one line: code, place, message and hint.
func line(_ diagnostic: Diagnostic) -> String {
    let hint = diagnostic.hint.map { " [\($0)]" } ?? ""
    let range = diagnostic.span.range
    let text = diagnostic.span.source.bytes[range.start..<range.end]
    return "\(diagnostic.code.name) \(diagnostic.pointer ?? "-") "
        + "<\(String(decoding: text, as: UTF8.self))>: \(diagnostic.message)\(hint)"
}

private func place(_ node: Node) -> String {
    let isKey = node.record.flags.contains(.key)
    return (isKey ? "key " : "") + (node.pointer.isEmpty ? "/" : node.pointer)
}
