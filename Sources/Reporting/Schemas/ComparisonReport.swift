import Documents
import JSONText
public import SchemaComparison
public import SourceText

/// What a comparison of schemas found, as text or JSON.
public struct ComparisonReport: Sendable {
    private let comparison: SchemaComparison
    private let breaking: [SchemaComparison.Breaking]
    private let undecided: [SchemaComparison.Undecided]
    private let locations: [LocatedRange]

    /// - Parameter most: how many findings are shown, those that break something first.
    public init(_ comparison: SchemaComparison, most: Int = Diagnostic.mostDescribed) {
        self.comparison = comparison
        breaking = Array(comparison.breaking.prefix(most))
        undecided = Array(comparison.undecided.prefix(max(most - breaking.count, 0)))
        locations =
            SpanLocator(breaking.map(\.schema.span) + undecided.map(\.schema.span)).locations
    }

    /// How many findings are not shown.
    private var unreported: Int {
        comparison.breaking.count + comparison.undecided.count - breaking.count - undecided.count
    }

    /// For people.
    public var text: String {
        var text = comparison.verdict.rawValue + ": " + summary + "\n"
        for (item, range) in zip(breaking, locations) {
            text += "\n" + heading(item.keyword, item.schema, range) + ": breaking\n"
            text += "  = " + escaped(subject(item) + item.message) + "\n"
            text += "  = example: " + escaped(item.example) + "\n"
        }
        for (item, range) in zip(undecided, locations.dropFirst(breaking.count)) {
            text += "\n" + heading(item.keyword, item.schema, range) + ": unknown\n"
            text += "  = " + escaped(item.message) + "\n"
        }
        return unreported > 0 ? text + "\n" + Unreported.text(unreported) + "\n" : text
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

    private func heading(_ keyword: String, _ node: Node, _ range: LocatedRange) -> String {
        let path = node.span.source.path
        return escaped("\(path):\(range.start.line):\(range.start.column): \"\(keyword)\"")
    }

    private func escaped(_ text: String) -> String { PrintableText.escaped(text) }

    /// For programs.
    public var json: [UInt8] {
        JSONWriter.file { json in
            json.number("formatVersion", 1)
            json.text("verdict", comparison.verdict.rawValue)
            json.list("breaking", Array(zip(breaking, locations))) { row, json in
                json.object { json in
                    let (item, range) = row
                    write(item.keyword, item.schema, range, item.message, to: &json)
                    json.value("example", item.example)
                    json.text("pointer", item.pointer)
                }
            }
            let rest = Array(zip(undecided, locations.dropFirst(breaking.count)))
            json.list("unknown", rest) { row, json in
                let (item, range) = row
                json.object { write(item.keyword, item.schema, range, item.message, to: &$0) }
            }
            if unreported > 0 { json.number("unreported", unreported) }
        }
    }

    private func write(
        _ keyword: String, _ node: Node, _ range: LocatedRange, _ message: String,
        to json: inout JSONWriter
    ) {
        json.text("keyword", keyword)
        json.text("message", message)
        json.text("file", node.span.source.path)
        json.number("line", range.start.line)
        json.number("column", range.start.column)
        json.text("schemaPointer", node.pointer)
    }
}
