import Documents
import JSONSchema
import SourceText

/// A failure as one line: keyword, where in the instance, where in the schema, message and hint.
func line(_ failure: Failure) -> String {
    let hint = failure.hint.map { " [\($0)]" } ?? ""
    return "\(failure.keyword) at \(location(failure.instance)) by \(failure.schema.pointer): "
        + failure.message + hint
}

/// A finding as one line: code, pointer, text, message and hint.
func line(_ diagnostic: Diagnostic) -> String {
    let hint = diagnostic.hint.map { " [\($0)]" } ?? ""
    let range = diagnostic.span.range
    let text = diagnostic.span.source.bytes[range.start..<range.end]
    return "\(diagnostic.code.name) \(diagnostic.pointer ?? "-") "
        + "<\(String(decoding: text, as: UTF8.self))>: \(diagnostic.message)\(hint)"
}

private func location(_ node: Node) -> String {
    let isKey = node.record.flags.contains(.key)
    return (isKey ? "key " : "") + (node.pointer.isEmpty ? "/" : node.pointer)
}
