import Documents
import SchemaComparison
import SourceText

/// What a comparison of schemas found, as text or JSON.
struct ComparisonReport {
    private let comparison: SchemaComparison

    init(_ comparison: SchemaComparison) {
        self.comparison = comparison
    }

    var text: String {
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
        let (path, location) = place(of: node)
        return escaped("\(path):\(location.line):\(location.column): \"\(keyword)\"")
    }

    private func escaped(_ text: String) -> String { PrintableText.escaped(text) }

    private func place(of node: Node) -> (path: String, start: Location) {
        let span = node.span
        var lines = LineTable(span.source)
        return (span.source.path, lines.location(at: span.range.start))
    }

    var json: String {
        var bytes = Array("{\"formatVersion\":1,\"verdict\":".utf8)
        JSONWriter.append(comparison.verdict.rawValue, to: &bytes)
        let breaking = comparison.breaking.map { item in
            members(item.keyword, item.schema, item.message)
                + [("example", Array(item.example.utf8)), ("pointer", string(item.pointer))]
        }
        let undecided = comparison.undecided.map { members($0.keyword, $0.schema, $0.message) }
        bytes += Array(",\"breaking\":".utf8) + list(breaking)
        bytes += Array(",\"unknown\":".utf8) + list(undecided) + Array("}\n".utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func members(
        _ keyword: String, _ node: Node, _ message: String
    ) -> [(String, [UInt8])] {
        let (path, location) = place(of: node)
        return [
            ("keyword", string(keyword)), ("message", string(message)), ("file", string(path)),
            ("line", Array(String(location.line).utf8)),
            ("column", Array(String(location.column).utf8)),
            ("schemaPointer", string(node.pointer)),
        ]
    }

    private func string(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        JSONWriter.append(text, to: &bytes)
        return bytes
    }

    private func list(_ objects: [[(String, [UInt8])]]) -> [UInt8] {
        let parts = objects.map { members in
            let texts = members.map { string($0.0) + Array(":".utf8) + $0.1 }
            return Array("{".utf8) + texts.joined(separator: ",".utf8) + Array("}".utf8)
        }
        return Array("[".utf8) + parts.joined(separator: ",".utf8) + Array("]".utf8)
    }
}
