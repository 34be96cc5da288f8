import SourceText

@testable import Documents

/// Events in the notation of the YAML test suite's `test.event` files.
enum YAMLEventText {
    /// The events of `source` up to its first error, one a line, and whether there is an error.
    static func render(_ source: SourceText) -> (text: String, failed: Bool) {
        var text = ""
        var failed = false
        source.bytes.withUnsafeBufferPointer { bytes in
            YAMLStream.read(bytes) { step in
                switch step {
                case .failure: failed = true
                case .event(let event): text += line(event.kind) + "\n"
                }
                return true
            }
        }
        return (text, failed)
    }

    private static func line(_ kind: YAMLEvent.Kind) -> String {
        switch kind {
        case .streamStart: "+STR"
        case .streamEnd: "-STR"
        case .documentStart(let isExplicit): isExplicit ? "+DOC ---" : "+DOC"
        case .documentEnd(let isExplicit): isExplicit ? "-DOC ..." : "-DOC"
        case .alias(let name): "=ALI *" + text(name)
        case .scalar(let scalar):
            "=VAL" + properties(scalar.properties) + " " + sign(scalar.style)
                + escaped(scalar.text)
        case .sequenceStart(let properties, let isFlow):
            "+SEQ" + (isFlow ? " []" : "") + self.properties(properties)
        case .sequenceEnd: "-SEQ"
        case .mappingStart(let properties, let isFlow):
            "+MAP" + (isFlow ? " {}" : "") + self.properties(properties)
        case .mappingEnd: "-MAP"
        }
    }

    private static func properties(_ properties: YAMLEvent.Properties) -> String {
        (properties.anchor.map { " &" + text($0) } ?? "")
            + (properties.tag.map { " <" + text($0) + ">" } ?? "")
    }

    private static func sign(_ style: YAMLEvent.Style) -> String {
        switch style {
        case .plain: ":"
        case .singleQuoted: "'"
        case .doubleQuoted: "\""
        case .literal: "|"
        case .folded: ">"
        }
    }

    private static func escaped(_ bytes: [UInt8]) -> String {
        var result = ""
        for scalar in text(bytes).unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
