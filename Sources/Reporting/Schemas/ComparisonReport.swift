import Documents
import JSONText
public import SchemaComparison
import SourceText

/// What a comparison of schemas found, as text or JSON.
public struct ComparisonReport: Sendable {
    private let comparison: SchemaComparison

    public init(_ comparison: SchemaComparison) {
        self.comparison = comparison
    }

    /// For people.
    public var text: String {
        var text = comparison.verdict.rawValue + ": " + summary + "\n"
        for item in comparison.breaking {
            text += "\n" + heading(item.keyword, item.schema) + ": breaking\n"
            text += "  = " + escaped(subject(item) + item.message) + "\n"
            text += "  = example: " + escaped(item.example) + "\n"
        }
        for item in comparison.undecided {
            text += "\n" + heading(item.keyword, item.schema) + ": unknown\n"
            text += "  = " + escaped(item.message) + "\n"
        }
        return text
    }

    private var summary: String {
        switch comparison.verdict {
        case .safe: "what is valid under the old schema is valid under the new one"
        case .breaking: "the new schema refuses values that are valid under the old one"
        case .unknown:
            "it cannot be told whether the new schema refuses values that are valid under the "
                + "old one"
        }
    }

    /// What a message is about, unless it says so itself.
    private func subject(_ item: SchemaComparison.Breaking) -> String {
        switch item.keyword {
        case "required", "dependentRequired", "additionalProperties", "unevaluatedProperties":
            return item.pointer.isEmpty ? "" : "\"\(item.pointer)\": "
        default: return item.pointer.isEmpty ? "the value " : "\"\(item.pointer)\" "
        }
    }

    private func heading(_ keyword: String, _ node: Node) -> String {
        let (path, location) = location(of: node)
        return escaped("\(path):\(location.line):\(location.column): \"\(keyword)\"")
    }

    private func escaped(_ text: String) -> String { PrintableText.escaped(text) }

    private func location(of node: Node) -> (path: String, start: Location) {
        let span = node.span
        var lines = LineTable(span.source)
        return (span.source.path, lines.location(at: span.range.start))
    }

    /// For programs.
    public var json: [UInt8] {
        JSONWriter.file { json in
            json.number("formatVersion", 1)
            json.text("verdict", comparison.verdict.rawValue)
            json.list("breaking", comparison.breaking) { item, json in
                json.object { json in
                    write(item.keyword, item.schema, item.message, to: &json)
                    json.value("example", item.example)
                    json.text("pointer", item.pointer)
                }
            }
            json.list("unknown", comparison.undecided) { item, json in
                json.object { write(item.keyword, item.schema, item.message, to: &$0) }
            }
        }
    }

    private func write(
        _ keyword: String, _ node: Node, _ message: String, to json: inout JSONWriter
    ) {
        let (path, location) = location(of: node)
        json.text("keyword", keyword)
        json.text("message", message)
        json.text("file", path)
        json.number("line", location.line)
        json.number("column", location.column)
        json.text("schemaPointer", node.pointer)
    }
}
