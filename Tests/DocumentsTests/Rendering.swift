import Documents
import SourceText

/// The compact JSON of `node`, for comparisons.
func json(_ node: Node) -> String {
    var output: [UInt8] = []
    JSONWriter.append(node, to: &output)
    return String(decoding: output, as: UTF8.self)
}

/// A source that holds `text`.
func source(_ text: String) -> SourceText {
    SourceText(path: "input", bytes: Array(text.utf8))
}
