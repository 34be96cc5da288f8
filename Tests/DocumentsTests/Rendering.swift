import Documents
import JSONText
import SourceText

/// The compact JSON of `node`, for comparisons.
func json(_ node: Node) -> String {
    String(decoding: JSONWriter.bytes(of: node), as: UTF8.self)
}

/// A source that holds `text`.
func source(_ text: String) -> SourceText {
    SourceText(path: "input", bytes: Array(text.utf8))
}
