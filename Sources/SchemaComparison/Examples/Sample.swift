import Documents
import JSONText
import SourceText

/// A value that may serve as an example, as JSON text.
struct Sample: Hashable {
    let text: [UInt8]

    static let null = Sample(text: Array("null".utf8))
    static let `true` = Sample(text: Array("true".utf8))
    static let `false` = Sample(text: Array("false".utf8))

    init(text: [UInt8]) {
        self.text = text
    }

    init(_ node: Node) {
        text = JSONWriter.bytes(of: node)
    }

    init(integer: Int) {
        text = Array(String(integer).utf8)
    }

    init(literal: String) {
        text = Array(literal.utf8)
    }

    init(string: String) {
        text = JSONWriter.string(string)
    }

    init(array elements: [Sample]) {
        text = Sample.list("[", elements.map(\.text), "]")
    }

    /// An object with the members in order; of equal keys the last one counts.
    init(object members: [(key: String, value: Sample)]) {
        var positions: [ExactText: Int] = [:]
        var parts: [[UInt8]] = []
        for (key, value) in members {
            let part = Sample(string: key).text + Array(":".utf8) + value.text
            if let position = positions[ExactText(key)] {
                parts[position] = part
            } else {
                positions[ExactText(key)] = parts.count
                parts.append(part)
            }
        }
        text = Sample.list("{", parts, "}")
    }

    private static func list(_ start: String, _ parts: [[UInt8]], _ end: String) -> [UInt8] {
        Array(start.utf8) + parts.joined(separator: ",".utf8) + Array(end.utf8)
    }

    /// The value as a document of its own; nil if it is not JSON after all.
    var node: Node? {
        let (document, findings) = JSONReader.read(SourceText(path: "example", bytes: text))
        return findings.isEmpty ? document?.root : nil
    }
}
